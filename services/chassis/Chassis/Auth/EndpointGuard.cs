using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace DanVan.Chassis.Auth;

/// <summary>Stops the start when an endpoint does not say who may call it.</summary>
public static class EndpointGuard
{
    /// <summary>
    /// Looks at every endpoint that is mapped. Called before the process listens: sources of endpoints that build themselves at the first look (YARP's)
    /// and the routing of a first request lock each other in opposite orders, and a start and a request that met would wait for ever.
    /// </summary>
    /// <exception cref="InvalidOperationException">Names the endpoints that say nothing.</exception>
    public static WebApplication GuardEndpoints(this WebApplication app)
    {
        Check(((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
        return app;
    }

    internal static void Check(IEnumerable<Endpoint> endpoints)
    {
        var silent = endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is null && e.Metadata.GetMetadata<IAuthorizeData>() is null)
            .Select(e => e.DisplayName)
            .ToArray();
        if (silent.Length > 0)
            throw new InvalidOperationException(
                $"These endpoints say neither RequireScope nor AllowAnonymous: {string.Join("; ", silent)}"
            );
    }
}
