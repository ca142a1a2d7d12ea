using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Files;

/// <summary>What the operations that take files, or give them, have in common.</summary>
public static class FileEndpoints
{
    /// <summary>The body is a file, of a length that only its type bounds.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder endpoint, FileLimits limits)
    {
        endpoint.WithRequestTimeout(TimeSpan.FromSeconds(limits.TransferSeconds));
        return endpoint
            .Accepts<Stream>(
                FileTypes.MediaTypeOf(FileType.Text),
                [.. limits.Taken.Except([FileType.Text]).Select(FileTypes.MediaTypeOf), "application/octet-stream"]
            )
            .AllowBody(limits.LongestOfAll)
            .WithoutIdempotency(); // The same file again is the same file, and a body so long is not kept to be compared.
    }

    /// <summary>The answer is a file.</summary>
    public static RouteHandlerBuilder GivesFile(this RouteHandlerBuilder endpoint, FileLimits limits)
    {
        endpoint.WithRequestTimeout(TimeSpan.FromSeconds(limits.TransferSeconds));
        string[] types = [.. limits.Taken.Select(FileTypes.MediaTypeOf)];
        return endpoint.Produces<Stream>(StatusCodes.Status200OK, types.FirstOrDefault(), types.Length > 1 ? types[1..] : []);
    }

    /// <summary>The content, to be saved under a name that says nothing of its maker, with its digest (RFC 9530); nothing may show or run it.</summary>
    /// <param name="length">Its length in bytes.</param>
    /// <param name="sha256">Its SHA-256.</param>
    /// <param name="name">Without its ending.</param>
    public static FileStreamHttpResult Download(
        this HttpResponse response,
        FileType type,
        long length,
        byte[] sha256,
        string name,
        Stream content
    )
    {
        response.ContentLength = length;
        response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(sha256)}:";
        response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        var media = FileTypes.MediaTypeOf(type);
        return TypedResults.Stream(
            content,
            type is FileType.Text ? $"{media}; charset=utf-8" : media,
            $"{name}.{FileTypes.EndingOf(type)}"
        );
    }

    /// <summary>The problem; of one that passes, with when to come again.</summary>
    public static ProblemHttpResult ToProblem(this Rejection refused, HttpResponse response)
    {
        if (refused.Status == StatusCodes.Status503ServiceUnavailable)
            response.Headers.RetryAfter = "30";
        return refused.ToProblem();
    }
}
