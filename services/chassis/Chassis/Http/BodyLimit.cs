using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace DanVan.Chassis.Http;

/// <summary>
/// Refuses a body that is too long in a way that its sender hears: the connection of one who is still sending would be cut before the answer is read. So
/// the rest is taken and thrown away, within bounds; one who told the length and asked first (Expect: 100-continue) is told at once.
/// </summary>
public static class BodyLimit
{
    const long LongestDiscarded = 32 * 1024 * 1024;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Goes on with a body within the limit; 413 otherwise. The limit is that of the endpoint or of the server.</summary>
    public static Task Check(HttpContext context, RequestDelegate next) =>
        Check(context, next, context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize);

    /// <summary>Goes on with a body of up to <paramref name="allowed"/> bytes (any length when null); 413 otherwise.</summary>
    public static Task Check(HttpContext context, RequestDelegate next, long? allowed)
    {
        if (allowed is not { } limit || context.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } server)
            return next(context);
        if (context.Request.ContentLength is { } length)
            return length > limit ? RefuseTold(context, server, length, limit) : next(context);
        return context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is true
            ? Count(context, next, server, limit)
            : next(context);
    }

    static async Task RefuseTold(HttpContext context, IHttpMaxRequestBodySizeFeature server, long length, long limit)
    {
        if (context.Request.Headers.Expect.Count == 0 && length <= LongestDiscarded)
        {
            server.MaxRequestBodySize = null;
            await Discard(context.Request.Body, context.RequestAborted);
        }
        await Refuse(context, limit);
    }

    static async Task Count(HttpContext context, RequestDelegate next, IHttpMaxRequestBodySizeFeature server, long limit)
    {
        var body = new CountedBody(context.Request.Body, limit, LongestDiscarded, server);
        body.LeaveRoom();
        context.Request.Body = body;
        try
        {
            await next(context);
        }
        catch (BadHttpRequestException) when (body.IsTooLong && !context.Response.HasStarted)
        {
            // Answered below.
        }
        if (!body.IsTooLong || context.Response.HasStarted)
            return;
        await Discard(body.Rest, context.RequestAborted);
        await Refuse(context, limit);
    }

    static Task Refuse(HttpContext context, long limit) =>
        Problems.Write(
            context,
            Problems.Create(
                StatusCodes.Status413PayloadTooLarge,
                "body-too-large",
                $"Nội dung vượt giới hạn {limit} byte của thao tác này.",
                $"The body is longer than the {limit} bytes that this operation takes."
            )
        );

    static async Task Discard(Stream body, CancellationToken ct)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(ct);
        deadline.CancelAfter(Patience);
        try
        {
            await body.CopyToAsync(Stream.Null, deadline.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or BadHttpRequestException)
        {
            // Too slow, too long or gone: it may miss the answer, which is sent all the same.
        }
    }
}
