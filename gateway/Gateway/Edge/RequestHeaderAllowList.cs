using Microsoft.Extensions.Options;
using Yarp.ReverseProxy.Transforms;
using Yarp.ReverseProxy.Transforms.Builder;

namespace DanVan.Gateway.Edge;

/// <summary>
/// A service sees the allowed headers of the caller and the gateway's own X-Forwarded-*, nothing else: an identity header or a
/// Forwarded that a caller made up ends here.
/// </summary>
sealed class RequestHeaderAllowList(IOptions<EdgeOptions> options) : ITransformProvider
{
    public void Apply(TransformBuilderContext context)
    {
        context.CopyRequestHeaders = false;
        context.UseDefaultForwarders = false;
        context.RequestTransforms.Insert(0, new RequestHeadersAllowedTransform(options.Value.RequestHeaders));
        context.AddXForwarded(ForwardedTransformActions.Set);
    }

    public void ValidateRoute(TransformRouteValidationContext context) { }

    public void ValidateCluster(TransformClusterValidationContext context) { }
}
