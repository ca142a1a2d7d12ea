using System.Collections.Frozen;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Model;

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
        // While a body is being read the same limit holds; here the refusal comes before a byte of it is read.
        return context.Request.ContentLength > LimitOf(context) ? Refuse(context, StatusCodes.Status413PayloadTooLarge) : next(context);
    }

    static long? LimitOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize
        ?? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;

    static Task Refuse(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Connection = "close";
        return Task.CompletedTask;
    }
}
