using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Files;
using DanVan.Petitions.Contracts.V1;
using DanVan.Petitions.Identities;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Attachments;

/// <summary>Opens the original of an attachment, which can tell who petitions, by the rules that open an identity. The journal keeps who opened it and what for.</summary>
public static class ReadOriginal
{
    public sealed record Request(ReadingPurpose Purpose);

    public static void Map(RouteGroupBuilder group, AttachmentOptions limits) =>
        group
            .MapPost("/{id:guid}/attachments/{attachmentNumber:int}/readings", Handle)
            .RequireScope(Scopes.Identity)
            .WithoutIdempotency() // Each look is a reading of its own.
            .GivesFile(limits)
            .WithSummary("Mở bản gốc của tài liệu, có ghi nhật ký / Open the original of an attachment; the journal keeps who and what for")
            .WithDescription("What came with a denunciation takes leave given beforehand: see identity-grants.")
            .WithExample(new Request(ReadingPurpose.XacMinh));

    static async Task<Results<FileStreamHttpResult, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        int attachmentNumber,
        Request request,
        PetitionsDb db,
        Caller caller,
        AttachmentBook book,
        IdentityReadings readings,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is not { } petition || await book.Find(id, attachmentNumber, ct) is not { } attachment)
            return TypedResults.NotFound();
        if (attachment.Original is not { } original)
            return RefusedAttachment.Erased.ToProblem();
        if (await readings.Refuses(petition, request.Purpose, caller, ct) is { } refused)
            return refused.ToProblem();
        db.Announce(
            petition,
            new AttachmentRead(
                id,
                EnumNames.Of(petition.Kind),
                attachment.Id,
                attachment.Number,
                caller.Subject,
                EnumNames.Of(request.Purpose)
            )
        );
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return await book.Download(response, attachment, original, ct);
    }
}
