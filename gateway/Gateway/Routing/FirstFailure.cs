using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace DanVan.Gateway.Routing;

/// <summary>
/// Takes a destination out of balancing as soon as one connection to it is refused, so that a dead process costs one answer and not
/// all those of a measuring window. The active check, or the reactivation period, brings it back.
/// </summary>
sealed class FirstFailure(IDestinationHealthUpdater health) : IPassiveHealthCheckPolicy
{
    static readonly TimeSpan Default = TimeSpan.FromSeconds(10);

    public string Name => nameof(FirstFailure);

    public void RequestProxied(HttpContext context, ClusterState cluster, DestinationState destination)
    {
        if (
            context.GetForwarderErrorFeature()?.Exception is not HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError }
        )
            return;
        var period = cluster.Model.Config.HealthCheck?.Passive?.ReactivationPeriod ?? Default;
        health.SetPassive(cluster, destination, DestinationHealth.Unhealthy, period);
    }
}
