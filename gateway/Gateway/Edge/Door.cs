using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace DanVan.Gateway.Edge;

/// <summary>Turns away what no service needs to see: methods nobody takes, and bodies announced larger than their route allows.</summary>
sealed class Door(RequestDelegate next, IOptions<EdgeOptions> options)
{
    readonly FrozenSet<string> methods = options.Value.Methods.ToFrozenSet(StringComparer.Ordinal);
    readonly string allowed = string.Join(", ", options.Value.Methods);

    public Task Invoke(HttpContext context)
    {
        if (!methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = allowed;
            return Refuse(context, StatusCodes.Status405MethodNotAllowed);
        }
        // Kestrel holds to the same limit while it reads; here the refusal comes before a byte of it is read.
        return context.Request.ContentLength is { } length
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit
            && length > limit
            ? Refuse(context, StatusCodes.Status413PayloadTooLarge)
            : next(context);
    }

    static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
