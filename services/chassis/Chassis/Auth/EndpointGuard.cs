using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace DanVan.Chassis.Auth;

/// <summary>Stops the start when an endpoint does not say who may call it.</summary>
sealed class EndpointGuard(EndpointDataSource endpoints) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        Check(endpoints.Endpoints);
        return Task.CompletedTask;
    }

    /// <exception cref="InvalidOperationException">Names the endpoints that say nothing.</exception>
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

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
