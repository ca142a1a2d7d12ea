using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace DanVan.Directory.Client.Replica;

/// <summary>
/// Loads the replica at the start, and looks again now and then: with several instances of a service, an event reaches only one of them.
/// </summary>
internal sealed class ReplicaWatch(ReplicaLoader loader, PositionLoader positions, TimeProvider clock, ILogger<ReplicaWatch> log)
    : BackgroundService
{
    private static readonly TimeSpan interval = TimeSpan.FromSeconds(2);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Before the first request: a service answers from what it knew when it stopped.
        await Look(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            await loader.RefreshUnits(ct);
            await loader.RefreshCalendar(ct);
            await positions.Refresh(ct);
        }
        catch (NpgsqlException failure)
        {
            log.LogWarning("The replica of the directory cannot be read now: {Reason}", failure.Message);
        }
    }
}
