using System.Collections.Frozen;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Model;

namespace DanVan.Gateway.Edge;

/// <summary>Turns away what no service needs to see: methods nobody takes, and bodies larger than their route allows.</summary>
sealed class Door(RequestDelegate next, IOptions<EdgeOptions> options)
{
    readonly FrozenSet<string> methods = options.Value.Methods.ToFrozenSet(StringComparer.Ordinal);
    readonly string allowed = string.Join(", ", options.Value.Methods);

    public Task Invoke(HttpContext context)
    {
        if (!methods.Contains(context.Request.Method))
        {
            context.Response.Headers.Allow = allowed;
            context.Response.Headers.Connection = "close";
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        }
        return BodyLimit.Check(context, next, LimitOf(context));
    }

    static long? LimitOf(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<RouteModel>()?.Config.MaxRequestBodySize
        ?? context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize;
}
