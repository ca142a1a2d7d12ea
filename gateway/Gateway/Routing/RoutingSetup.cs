using System.Net;
using DanVan.Gateway.Edge;
using Microsoft.AspNetCore.DataProtection;
using Yarp.ReverseProxy.Forwarder;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace DanVan.Gateway.Routing;

static class RoutingSetup
{
    public static WebApplicationBuilder AddRoutes(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ConsecutiveFailuresHealthPolicyOptions>(x => x.DefaultThreshold = 2);
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, FirstFailure>();
        // YARP wants keys for the cookies of sticky sessions. There are none here, so none are written to a disk.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder
            .Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetRequiredSection("ReverseProxy"))
            .AddConfigFilter<ClusterDefaults>()
            .AddTransforms<RequestHeaderAllowList>()
            .AddTransforms<ServiceCalls>();
        builder.Services.AddSingleton<IForwarderHttpClientFactory, ServiceCalls>();
        if (builder.Configuration.GetValue("Routing:ResolveNames", defaultValue: false))
            builder.Services.AddSingleton<IDestinationResolver>(new NamedInstances(TimeSpan.FromSeconds(5), Dns.GetHostAddressesAsync));
        return builder;
    }

    /// <summary>No session affinity: any instance of a service can answer any request.</summary>
    public static void MapRoutes(this WebApplication app) =>
        app.MapReverseProxy(proxy =>
        {
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });

    /// <summary>
    /// To the caller a service that is not there and one that has just died are the same: 503, and when to come back. YARP calls the second 502.
    /// </summary>
    public static void SayWhoIsAway(HttpContext context)
    {
        if (context.Response.StatusCode == StatusCodes.Status502BadGateway && context.GetForwarderErrorFeature() is not null)
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>What no route takes is answered here, with or without a token.</summary>
    public static void MapNowhere(this WebApplication app) =>
        app.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous().ExcludeFromDescription();
}
