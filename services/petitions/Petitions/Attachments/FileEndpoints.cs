using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Petitions.Attachments;

/// <summary>What the operations that take files, or give them, have in common.</summary>
static class FileEndpoints
{
    static readonly string[] MediaTypes = [.. Enum.GetValues<FileType>().Select(FileTypes.MediaTypeOf)];

    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, AttachmentOptions limits)
    {
        endpoint.WithRequestTimeout(TimeSpan.FromSeconds(limits.TransferSeconds));
        return endpoint
            .Accepts<Stream>(
                FileTypes.MediaTypeOf(FileType.Text),
                [.. MediaTypes.Except([FileTypes.MediaTypeOf(FileType.Text)]), "application/octet-stream"]
            )
            .AllowBody(limits.LongestOfAll)
            .WithoutIdempotency(); // The same file again is the same attachment, and a body so long is not kept to be compared.
    }

    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder endpoint, AttachmentOptions limits)
    {
        endpoint.WithRequestTimeout(TimeSpan.FromSeconds(limits.TransferSeconds));
        return endpoint.Produces<Stream>(StatusCodes.Status200OK, MediaTypes[0], MediaTypes[1..]);
    }

    /// <summary>The content, to be saved under a name that says nothing, with its digest (RFC 9530); nothing may show or run it.</summary>
    public static FileStreamHttpResult Download(this HttpResponse response, int number, SealedFile file, byte[] digest, Stream content)
    {
        response.ContentLength = file.Length;
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(digest)}:";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var type = FileTypes.MediaTypeOf(file.Type);
        return TypedResults.Stream(
            content,
            file.Type is FileType.Text ? $"{type}; charset=utf-8" : type,
            $"tai-lieu-{number}.{FileTypes.EndingOf(file.Type)}"
        );
    }

    public static ProblemHttpResult ToProblem(this Rejection refused, HttpResponse response)
    {
        if (refused.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "30";
        return refused.ToProblem();
    }
}
