using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Files;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Attachments;

/// <summary>The redacted copy of an attachment, to be saved; never to be shown as a page.</summary>
public static class ReadRedaction
{
    public static void Map(RouteGroupBuilder group, AttachmentOptions limits) =>
        group
            .MapGet("/{id:guid}/attachments/{attachmentNumber:int}/redaction", Handle)
            .RequireScope(Scopes.Read)
            .GivesFile(limits)
            .WithSummary("Tải bản đã che thông tin của người gửi / Read the redacted copy of an attachment");

    static async Task<Results<FileStreamHttpResult, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        int attachmentNumber,
        PetitionsDb db,
        Caller caller,
        AttachmentBook book,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Find(id, caller, ct) is null || await book.Find(id, attachmentNumber, ct) is not { } attachment)
            return TypedResults.NotFound();
        if (attachment.Redaction is not { } redaction)
            return RefusedAttachment.NotRedacted.ToProblem();
        return await book.Download(response, attachment, redaction, ct);
    }
}
