using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Files;
using DanVan.Petitions.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

/// <summary>Takes a file that came with a petition, in its body as it is: without its metadata, sealed, and in no event by more than its type and length.</summary>
public static class AddAttachment
{
    public static void Map(RouteGroupBuilder group, AttachmentOptions limits) =>
        group
            .MapPost("/{id:guid}/attachments", Handle)
            .RequireScope(Scopes.Write)
            .TakesFile(limits)
            .WithSummary("Nhận một tài liệu kèm theo đơn / Take a file that came with a petition")
            .WithExample("Bản sao quyết định thu hồi đất số 12/QĐ-UBND được gửi kèm theo đơn.\n")
            .WithDescription(
                "The body is the file itself. What it is, is found in its content: its name is not asked for and kept nowhere, and any of these content types will do. "
                    + "Metadata (author, place, device, thumbnails) is taken off. The original opens only as an identity does, by `/readings`; what others read is the "
                    + "copy sent to `/redaction`. The same file sent again is the same attachment, so no Idempotency-Key is needed."
            );

    static async Task<Results<Created<AttachmentView>, Ok<AttachmentView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
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
        if (await db.Find(id, caller, ct) is not { } seen)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(seen.Version) is { } stale)
            return stale;
        var (taken, refused) = await intake.Take(body, redacted: false, ct);
        if (taken is null)
            return refused!.ToProblem(response);
        using var file = taken;
        if (await book.Same(id, file, ct) is { } known)
            return TypedResults.Ok(AttachmentView.Of(known, vault));
        if (await book.Count(id, ct) >= options.Value.PerPetition)
            return RefusedAttachment.TooMany(options.Value.PerPetition).ToProblem();

        await book.Store(file, ct);
        var (transaction, found) = await book.Begin(id, caller, ct);
        await using var change = transaction;
        if (found is not { } petition)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(petition.Version) is { } changed)
            return changed;
        if (await book.Same(id, file, ct) is { } faster)
            return TypedResults.Ok(AttachmentView.Of(faster, vault));
        if (await book.Count(id, ct) >= options.Value.PerPetition)
            return RefusedAttachment.TooMany(options.Value.PerPetition).ToProblem();
        if (!await book.Claim(file, ct))
            return options.Value.Refuse(FileFault.TookTooLong).ToProblem(response);
        var attachment = new Attachment
        {
            PetitionId = id,
            Number = await book.NextNumber(id, ct),
            AddedOn = clock.Today(),
            ContentKey = vault.ContentKeys(id, file.Sent)[0],
        };
        var original = file.Seal(attachment.AddedOn);
        attachment.Put(original);
        db.Add(attachment);
        db.Announce(
            petition,
            new AttachmentAdded(
                id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Field),
                attachment.Id,
                attachment.Number,
                EnumNames.Of(original.Type),
                original.Length,
                attachment.AddedOn
            )
        );
        await db.SaveChangesAsync(ct);
        await change.CommitAsync(ct);
        return TypedResults.Created($"/api/v1/petitions/{id}/attachments", AttachmentView.Of(attachment, vault));
    }
}
