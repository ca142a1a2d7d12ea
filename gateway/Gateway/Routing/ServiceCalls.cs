using System.Diagnostics;
using DanVan.Chassis;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace DanVan.Gateway.Routing;

/// <summary>
/// The trace of a request goes on in the service. Where traces are exported the HTTP client records each call as a span of its own and passes that
/// on; where nobody reads them the span would cost each request as much as the token check, and the gateway's own goes on instead.
/// </summary>
sealed class ServiceCalls(IConfiguration configuration) : ForwarderHttpClientFactory, ITransformProvider
{
    readonly bool recorded = Telemetry.IsExported(configuration);

    protected override void ConfigureHandler(ForwarderHttpClientContext context, SocketsHttpHandler handler)
    {
        base.ConfigureHandler(context, handler);
        if (!recorded)
            handler.ActivityHeadersPropagator = null;
    }

    public void Apply(TransformBuilderContext context)
    {
        if (!recorded)
            context.AddRequestTransform(PassOn);
    }

    public void ValidateRoute(TransformRouteValidationContext context) { }

    public void ValidateCluster(TransformClusterValidationContext context) { }

    static ValueTask PassOn(RequestTransformContext request)
    {
        if (Activity.Current?.Id is { } id)
        {
            request.ProxyRequest.Headers.Remove("traceparent");
            request.ProxyRequest.Headers.TryAddWithoutValidation("traceparent", id);
        }
        return default;
    }
}
