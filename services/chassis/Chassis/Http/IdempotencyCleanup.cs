using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DanVan.Chassis.Http;

/// <summary>Deletes the answers that are older than a day. Every replica may: what one has deleted the next does not find.</summary>
sealed partial class IdempotencyCleanup(IServiceScopeFactory scopes, TimeProvider clock, ILogger<IdempotencyCleanup> log)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(30), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Clean(stoppingToken);
    }

    async Task Clean(CancellationToken ct)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<ServiceDb>();
            await db.Database.ExecuteSqlAsync($"delete from chassis.idempotency where created < now() - interval '24 hours'", ct);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            NotCleaned(log, e); // The next round is in half an hour; until then the table is only larger.
        }
    }

    [LoggerMessage(LogLevel.Warning, "Old idempotency keys could not be deleted")]
    static partial void NotCleaned(ILogger log, Exception exception);
}
