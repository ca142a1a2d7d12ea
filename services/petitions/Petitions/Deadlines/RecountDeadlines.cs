using System.ComponentModel.DataAnnotations;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Petitions.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Deadlines;

/// <summary>How often open time limits are held against the working calendar and the rules: section <c>Deadlines</c>.</summary>
sealed class RecountOptions
{
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan RecountEvery { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Counts open time limits anew once the working calendar has a newer version, and after a start by other rules than they were counted by. Petitions are locked while that happens, so that whoever takes a step on one
/// at this moment is waited for; several instances share the work.
/// </summary>
sealed class RecountDeadlines(
    IServiceScopeFactory scopes,
    IOptions<RecountOptions> options,
    TimeProvider clock,
    RuleTable rules,
    ILogger<RecountDeadlines> log
) : BackgroundService
{
    const int Batch = 500;

    // The rules of a process never change, so they are looked at until all is counted by them. Whoever runs with others meanwhile does not count it back.
    bool countedByRules;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.RecountEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    async Task Look(CancellationToken ct)
    {
        try
        {
            while (!countedByRules && await RecountSome(byRules: true, ct) > 0)
                ct.ThrowIfCancellationRequested();
            countedByRules = countedByRules || !await AnyByOtherRules(ct);
            while (await RecountSome(byRules: false, ct) > 0)
                ct.ThrowIfCancellationRequested();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: nothing was saved, and the next look finds it again.
            log.LogWarning("Time limits could not be counted anew now: {Reason}", failure.Message);
        }
    }

    /// <summary>Some may have been locked by whoever takes a step on them.</summary>
    async Task<bool> AnyByOtherRules(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Running(scope.ServiceProvider.GetRequiredService<PetitionsDb>()).AnyAsync(d => d.RulesVersion != rules.Version, ct);
    }

    static IQueryable<Deadline> Running(PetitionsDb db) =>
        db.Set<Deadline>().Where(deadline => deadline.MetOn == null && !deadline.Superseded && deadline.SuspendedOn == null);

    /// <summary>How many petitions were looked at; 0 when all are counted by the calendar, or by the rules, as they are.</summary>
    async Task<int> RecountSome(bool byRules, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var (db, engine, version) = (
            services.GetRequiredService<PetitionsDb>(),
            services.GetRequiredService<DeadlineEngine>(),
            services.GetRequiredService<WorkingCalendar>().Version
        );
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var petitions = await db
            .Petitions.FromSql(
                byRules
                    ? (FormattableString)
                        $"""
                        select * from petitions where id in (
                            select petition_id from deadlines
                            where met_on is null and not superseded and suspended_on is null and rules_version <> {rules.Version} limit {Batch}
                        ) order by id for update skip locked
                        """
                    : $"""
                    select * from petitions where id in (
                        select petition_id from deadlines
                        where met_on is null and not superseded and suspended_on is null and calendar_version < {version} limit {Batch}
                    ) order by id for update skip locked
                    """
            )
            .Include(petition => petition.Deadlines)
            .ToListAsync(ct);
        if (petitions.Count == 0)
            return 0;
        var told = new List<(ISubject, object)>();
        foreach (var petition in petitions)
            if (petition.Recount(engine) is { Count: > 0 } moved)
                told.Add(
                    (
                        petition,
                        new DeadlinesRecounted(
                            petition.Id,
                            EnumNames.Of(petition.Kind),
                            EnumNames.Of(petition.Field),
                            version,
                            [.. moved.Select(one => new MovedDeadline(one.Before.Rule, one.Before.Due, one.After.Due))],
                            petition.DueOn,
                            byRules ? "RULES" : "CALENDAR"
                        )
                    )
                );
        await db.AnnounceAll(told, ct);
        await db.SaveChangesAsync(ct);
        var looked = petitions.ConvertAll(petition => petition.Id);
        await Running(db)
            .Where(deadline => looked.Contains(deadline.PetitionId))
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(deadline => deadline.CalendarVersion, deadline => Math.Max(deadline.CalendarVersion, version))
                        .SetProperty(deadline => deadline.RulesVersion, rules.Version),
                ct
            );
        await transaction.CommitAsync(ct);
        log.LogInformation(
            "{Count} petitions were counted by version {Version} of the calendar and {Rules} of the rules",
            petitions.Count,
            version,
            rules.Version
        );
        return petitions.Count;
    }
}
