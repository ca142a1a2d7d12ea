using DanVan.Chassis;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Reorganisations;

/// <summary>
/// Looks now and then whether the day of a signed reorganisation has come, at the start first: what became due while nobody ran is carried out then. Every
/// instance looks; an advisory lock lets one of them work.
/// </summary>
internal sealed class CarryOutReorganisations(
    IServiceScopeFactory scopes,
    IOptions<ReorganisationOptions> options,
    TimeProvider clock,
    ILogger<CarryOutReorganisations> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.Look, clock);
        do await Look(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private async Task Look(CancellationToken ct)
    {
        try
        {
            while (await CarryOutOne(ct))
                if (ct.IsCancellationRequested)
                    return;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away, or somebody was faster: nothing was saved, and the next look finds it again.
            log.LogWarning(failure, "Reorganisations could not be carried out now");
        }
    }

    private async Task<bool> CarryOutOne(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ActivatorUtilities.CreateInstance<CarryOut>(scope.ServiceProvider).NextDue(clock.Today(), ct);
    }
}
