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

    public ValueTask<RouteConfig> ConfigureRouteAsync(RouteConfig route, ClusterConfig? cluster, CancellationToken cancel) =>
        new(route with { AuthorizationPolicy = route.AuthorizationPolicy ?? "default" });

    sealed record Settings
    {
        public string? LoadBalancingPolicy { get; init; }
        public HealthCheckConfig? HealthCheck { get; init; }
        public HttpClientConfig? HttpClient { get; init; }
        public Yarp.ReverseProxy.Forwarder.ForwarderRequestConfig? HttpRequest { get; init; }
    }
}
