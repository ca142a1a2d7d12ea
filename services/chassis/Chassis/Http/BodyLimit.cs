using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DanVan.Chassis.Http;

/// <summary>
/// Refuses a body that says it is too long, in a way that its sender hears: the connection of one who is still sending would be cut before the answer is
/// read. So the rest is taken and thrown away, within bounds; one who asked first (Expect: 100-continue) is told at once.
/// </summary>
static class BodyLimit
{
    const long LongestDiscarded = 32 * 1024 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        var limit = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        return context.Request.ContentLength > limit?.MaxRequestBodySize ? Refuse(context, limit) : next(context);
    }

    static async Task Refuse(HttpContext context, IHttpMaxRequestBodySizeFeature limit)
    {
        var allowed = limit.MaxRequestBodySize;
        if (context.Request.Headers.Expect.Count == 0 && context.Request.ContentLength <= LongestDiscarded && !limit.IsReadOnly)
        {
            limit.MaxRequestBodySize = null;
            await Discard(context);
        }
        await Problems.Write(
            context,
            Problems.Create(
                StatusCodes.Status413PayloadTooLarge,
                "body-too-large",
                $"Nội dung vượt giới hạn {allowed} byte của thao tác này.",
                $"The body is longer than the {allowed} bytes that this operation takes."
            )
        );
    }

    static async Task Discard(HttpContext context)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        deadline.CancelAfter(Patience);
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, deadline.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // Too slow or gone: it may miss the answer, which is sent all the same.
        }
    }
}
