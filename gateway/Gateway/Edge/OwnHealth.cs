using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Gateway.Edge;

/// <summary>The gateway's own health. It holds nothing, so it is ready while it is not stopping; how its services are is theirs to say.</summary>
static class OwnHealth
{
    sealed record Report(string Status);

    public static void MapOwnHealth(this WebApplication app)
    {
        var health = app.MapGroup("/health").AllowAnonymous().DisableRateLimiting().ExcludeFromDescription();
        health.MapGet("/live", () => Up());
        health.MapGet("/startup", () => Up());
        health.MapGet("/ready", (IHostApplicationLifetime life) => life.ApplicationStopping.IsCancellationRequested ? Stopping() : Up());
    }

    static JsonHttpResult<Report> Up() => TypedResults.Json(new Report("UP"));

    static JsonHttpResult<Report> Stopping() =>
        TypedResults.Json(new Report("STOPPING"), statusCode: StatusCodes.Status503ServiceUnavailable);
}
