using Yarp.ReverseProxy.Configuration;

namespace DanVan.Gateway.Routing;

/// <summary>
/// Gives every cluster what the section <c>ClusterDefaults</c> says where the cluster itself says nothing, and closes every route that
/// does not call itself public to callers without a valid token.
/// </summary>
sealed class ClusterDefaults(IConfiguration configuration) : IProxyConfigFilter
{
    readonly IConfigurationSection defaults = configuration.GetRequiredSection(nameof(ClusterDefaults));

    public ValueTask<ClusterConfig> ConfigureClusterAsync(ClusterConfig cluster, CancellationToken cancel)
    {
        var usual = defaults.Get<Settings>()!;
        return new(
            cluster with
            {
                LoadBalancingPolicy = cluster.LoadBalancingPolicy ?? usual.LoadBalancingPolicy,
                HealthCheck = cluster.HealthCheck ?? usual.HealthCheck,
                HttpClient = cluster.HttpClient ?? usual.HttpClient,
                HttpRequest = cluster.HttpRequest ?? usual.HttpRequest,
            }
        );
    }

    /// <exception cref="InvalidOperationException">The route names a policy that nobody here would apply.</exception>
    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        (route.AuthorizationPolicy ?? "default").ToLowerInvariant() is "default" or "anonymous"
            ? new(route with { AuthorizationPolicy = route.AuthorizationPolicy ?? "default" })
            : throw new InvalidOperationException(
                $"Route {route.RouteId}: AuthorizationPolicy is default (a valid token) or anonymous; scopes are for the services to demand."
            );

    sealed record Settings
    {
        public string? LoadBalancingPolicy { get; init; }
        public HealthCheckConfig? HealthCheck { get; init; }
        public HttpClientConfig? HttpClient { get; init; }
        public Yarp.ReverseProxy.Forwarder.ForwarderRequestConfig? HttpRequest { get; init; }
    }
}
