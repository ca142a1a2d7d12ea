using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Files;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

/// <summary>
/// Takes the copy of an attachment from which name, address, handwriting and whatever else tells who petitions were taken (Luật TC Đ56.2). It is what everybody
/// reads who may know of the petition; a better one takes its place.
/// </summary>
public static class RedactAttachment
{
    public static void Map(RouteGroupBuilder group, AttachmentOptions limits) =>
        group
            .MapPost("/{id:guid}/attachments/{attachmentNumber:int}/redaction", Handle)
            .RequireScope(Scopes.Write)
            .TakesFile(limits)
            .WithSummary("Nhận bản đã che thông tin của người gửi / Take the redacted copy of an attachment")
            .WithExample("Bản sao quyết định thu hồi đất số 12/QĐ-UBND; tên, địa chỉ của người gửi đã được che.\n")
            .WithDescription(
                "Not as DOCX or XLSX, which keep what was deleted: print them to PDF. The same copy sent again changes nothing."
            );

    static async Task<Results<Ok<AttachmentView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        int attachmentNumber,
        Stream body,
        IfMatch ifMatch,
        PetitionsDb db,
        Caller caller,
        FileIntake intake,
        AttachmentBook book,
        AttachmentVault vault,
        IOptions<AttachmentOptions> options,
        TimeProvider clock,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } seen || await book.Find(id, attachmentNumber, ct) is not { } before)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(seen.Version) is { } stale)
            return stale;
        var (taken, refused) = await intake.Take(body, redacted: true, ct);
        if (taken is null)
            return refused!.ToProblem(response);
        using var file = taken;
        if (vault.IsSame(before.Redaction, file))
            return TypedResults.Ok(AttachmentView.Of(before, vault));
        await book.Store(file, ct);
        var (transaction, found) = await book.Begin(id, caller, ct);
        await using var change = transaction;
        if (found is not { } petition || await book.Find(id, attachmentNumber, ct) is not { } attachment)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } changed)
            return changed;
        if (vault.IsSame(attachment.Redaction, file))
            return TypedResults.Ok(AttachmentView.Of(attachment, vault));
        if (!await book.Claim(file, ct))
            return options.Value.Refuse(FileFault.TookTooLong).ToProblem(response);
        var redaction = file.Seal(clock.Today());
        attachment.Put(redaction);
        db.Announce(
            petition,
            new AttachmentRedacted(
                id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Field),
                attachment.Id,
                attachment.Number,
                EnumNames.Of(redaction.Type),
                redaction.Length,
                redaction.AddedOn
            )
        );
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return TypedResults.Ok(AttachmentView.Of(attachment, vault));
    }
}
