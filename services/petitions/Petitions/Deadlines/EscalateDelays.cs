using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Deadlines;

/// <summary>
/// Tells the unit above of a petition that has become overdue, and again when it has become very overdue. What was told stands in the petition's row, which is
/// locked meanwhile: several instances share the work, and each delay is told once.
/// </summary>
sealed class EscalateDelays(
    IServiceScopeFactory scopes,
    IOptions<DueOptions> options,
    UnitTree tree,
    TimeProvider clock,
    ILogger<EscalateDelays> log
) : BackgroundService
{
    const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.EscalateEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    async Task Look(CancellationToken ct)
    {
        try
        {
            while (tree.Count > 0 && await EscalateSome(ct) > 0)
                ct.ThrowIfCancellationRequested();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: nothing was saved, and the next look finds it again.
            log.LogWarning("Delays could not be told of now: {Reason}", failure.Message);
        }
    }

    /// <summary>How many petitions were looked at; 0 when the class of each is known.</summary>
    async Task<int> EscalateSome(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var calendar = scope.ServiceProvider.GetRequiredService<WorkingCalendar>();
        var bounds = DueBounds.On(clock.Today(), calendar, options.Value);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var petitions = await db
            .Petitions.FromSql(
                $"""
                select * from petitions where id in (
                    select id from petitions where due_on is not null and (
                        escalated is null and due_on < {bounds.Today}
                        or escalated = 'OVERDUE' and (due_on >= {bounds.Today} or due_on <= {bounds.VeryOverdueUntil})
                        or escalated = 'VERY_OVERDUE' and due_on > {bounds.VeryOverdueUntil}
                    ) limit {Batch}
                ) order by id for update skip locked
                """
            )
            .ToListAsync(ct);
        foreach (var petition in petitions)
            if (petition.Escalate(bounds.Of(petition.DueOn)))
                db.Announce(
                    petition,
                    new PetitionOverdue(
                        petition.Id,
                        EnumNames.Of(petition.Kind),
                        EnumNames.Of(petition.Field),
                        petition.UnitId,
                        Above(petition.UnitId, bounds.Today),
                        petition.DueOn!.Value,
                        EnumNames.Of(petition.Escalated!.Value)
                    )
                );
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return petitions.Count;
    }

    /// <summary>The unit above, or above which it stood when it ended.</summary>
    Guid? Above(Guid unit, DateOnly today) => tree.FindOrLast(unit, today)?.ParentId;
}
