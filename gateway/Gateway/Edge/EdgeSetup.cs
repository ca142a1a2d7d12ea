using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace DanVan.Gateway.Edge;

static class EdgeSetup
{
    public static WebApplicationBuilder AddEdge(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<EdgeOptions>().BindConfiguration("Edge").ValidateDataAnnotations().ValidateOnStart();
        builder
            .Services.AddOptions<ForwardedHeadersOptions>()
            .Configure<IOptions<EdgeOptions>>(
                (forwarded, edge) =>
                {
                    forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
                    forwarded.KnownIPNetworks.Clear();
                    forwarded.KnownProxies.Clear();
                    foreach (var address in edge.Value.TrustedProxies)
                        forwarded.KnownProxies.Add(IPAddress.Parse(address));
                }
            );
        return builder;
    }

    public static void UseEdge(this WebApplication app)
    {
        if (app.Configuration.GetSection("Edge:TrustedProxies").GetChildren().Any())
            app.UseForwardedHeaders();
        app.UseMiddleware<AnswerHeaders>();
    }

    /// <summary>Stands behind routing, which knows the limit of the route.</summary>
    public static void UseDoor(this WebApplication app) => app.UseMiddleware<Door>();
}
