using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>
/// Adds what reports changed to the figures of the units above, in small steps, and moves it when units move. Any number of instances may do so at once; what
/// is not folded yet stands in its table, whoever dies.
/// </summary>
sealed class FoldFigures(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FoldFigures> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMilliseconds(250);
    const int Step = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await Fold(scope.ServiceProvider.GetRequiredService<ReportingDb>(), stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away: nothing was taken, and the next look goes on from there.
                log.LogWarning("Figures could not be added up now: {Reason}", failure.Message);
            }
    }

    static async Task Fold(ReportingDb db, CancellationToken ct)
    {
        var look = await db
            .Database.SqlQuery<Look>(
                $"""
                select r.revision > t.revision as "TreeMoved", exists (select from figure_deltas) as "Waiting"
                from figure_tree t, directory.replica r
                """
            )
            .SingleAsync(ct);
        if (look.TreeMoved)
            await db.Database.ExecuteSqlAsync($"select follow_tree()", ct);
        for (var folded = look.Waiting ? Step : 0; folded > 0; )
            folded = await db.Database.SqlQuery<int>($"""select fold_figures({Step}) as "Value" """).SingleAsync(ct);
    }

    sealed record Look(bool TreeMoved, bool Waiting);
}
