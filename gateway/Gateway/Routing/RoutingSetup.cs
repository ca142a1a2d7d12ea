using DanVan.Gateway.Edge;
using Microsoft.AspNetCore.DataProtection;
using Yarp.ReverseProxy.Health;

namespace DanVan.Gateway.Routing;

static class RoutingSetup
{
    public static WebApplicationBuilder AddRoutes(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ConsecutiveFailuresHealthPolicyOptions>(x => x.DefaultThreshold = 2);
        builder.Services.AddSingleton<IPassiveHealthCheckPolicy, FirstFailure>();
        // YARP wants keys for the cookies of sticky sessions. There are none here, so none are written to a disk.
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        var proxy = builder
            .Services.AddReverseProxy()
            .LoadFromConfig(builder.Configuration.GetRequiredSection("ReverseProxy"))
            .AddConfigFilter<ClusterDefaults>()
            .AddTransforms<RequestHeaderAllowList>();
        // Where one name stands for all instances of a service, each address behind it is a destination with a health of its own.
        if (builder.Configuration.GetValue("Routing:ResolveNames", defaultValue: false))
            proxy.AddDnsDestinationResolver(dns => dns.RefreshPeriod = TimeSpan.FromSeconds(5));
        return builder;
    }

    /// <summary>No session affinity: any instance of a service can answer any request.</summary>
    public static void MapRoutes(this WebApplication app) =>
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(SayWhoIsAway);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        });

    // To the caller a service that is not there and one that has just died are the same: 503, and when to come back. YARP calls the second 502.
    static async Task SayWhoIsAway(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (
            context.Response is { StatusCode: StatusCodes.Status502BadGateway, HasStarted: false }
            && context.GetForwarderErrorFeature() is not null
        )
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    /// <summary>What no route takes is answered here, with or without a token.</summary>
    public static void MapNowhere(this WebApplication app) =>
        app.MapFallback("{**path}", () => TypedResults.NotFound()).AllowAnonymous().ExcludeFromDescription();
}
