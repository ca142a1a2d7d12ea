using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace DanVan.Chassis.Http;

/// <summary>
/// A body where none is taken, or one that does not say what it is: nothing that a caller sent is dropped in silence. An empty object says nothing and is let
/// pass, since many clients cannot send nothing.
/// </summary>
static class BodyRules
{
    const int LongestNothing = 64;

    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (
            context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<ResourceMetadata>() is null
            || context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody is not true
            || HttpMethods.IsGet(context.Request.Method)
            || HttpMethods.IsHead(context.Request.Method)
        )
            return next(context);
        if (endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is null)
            return WithoutBody(context, next);
        return string.IsNullOrEmpty(context.Request.ContentType)
            ? Problems.Write(context, StatusProblem.Details(StatusCodes.Status415UnsupportedMediaType))
            : next(context);
    }

    static async Task WithoutBody(HttpContext context, RequestDelegate next)
    {
        var buffer = new byte[LongestNothing];
        var read = await context.Request.Body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, context.RequestAborted);
        if (read == buffer.Length || Encoding.UTF8.GetString(buffer, 0, read).Trim() is not ("" or "{}"))
            await Problems.Write(
                context,
                Problems.InvalidDetails(
                    new Dictionary<string, string[]>
                    {
                        ["$"] = [Phrases.Of("Thao tác này không nhận nội dung nào.", "This operation takes no body.")],
                    }
                )
            );
        else
            await next(context);
    }
}
