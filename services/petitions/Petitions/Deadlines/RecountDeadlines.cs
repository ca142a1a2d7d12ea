using System.ComponentModel.DataAnnotations;
using System.Runtime.CompilerServices;
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
/// Counts open time limits anew once the working calendar has a newer version, and after a start by other rules than they were counted by. Petitions are
/// locked while that happens, so that whoever takes a step on one at this moment is waited for; several instances share the work.
/// </summary>
sealed class RecountDeadlines(
    IServiceScopeFactory scopes,
    IOptions<RecountOptions> options,
    TimeProvider clock,
    RuleTable rules,
    ILogger<RecountDeadlines> log
) : BackgroundService
{
    /// <summary>Petitions in a transaction; what more of them need would live long enough to grow the heap.</summary>
    const int Batch = 100;

    /// <summary>Batches at once: one is counted while others wait for the database.</summary>
    const int AtOnce = 3;

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
            await using var scope = scopes.CreateAsyncScope();
            var running = Running(scope.ServiceProvider.GetRequiredService<PetitionsDb>());
            if (!countedByRules)
            {
                var others = running.Where(d => d.RulesVersion != rules.Version);
                foreach (var counted in await others.Select(d => d.CalendarVersion).Distinct().ToListAsync(ct))
                    await Recount(others.Where(d => d.CalendarVersion == counted), byRules: true, ct);
                // Some may have been locked by whoever takes a step on them.
                countedByRules = !await others.AnyAsync(ct);
            }
            var version = scope.ServiceProvider.GetRequiredService<WorkingCalendar>().Version;
            foreach (var older in await running.Select(d => d.CalendarVersion).Where(v => v < version).Distinct().ToListAsync(ct))
                await Recount(running.Where(d => d.CalendarVersion == older), byRules: false, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: nothing was saved, and the next look finds it again.
            log.LogWarning("Time limits could not be counted anew now: {Reason}", failure.Message);
        }
    }

    static IQueryable<Deadline> Running(PetitionsDb db) =>
        db.Set<Deadline>().Where(deadline => deadline.MetOn == null && !deadline.Superseded && deadline.SuspendedOn == null);

    Task Recount(IQueryable<Deadline> behind, bool byRules, CancellationToken ct) =>
        Parallel.ForEachAsync(
            Batches(behind, ct),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = ct },
            async (petitions, token) => await Recount(petitions, byRules, token)
        );

    /// <summary>Petitions in the order of their ids, so that what was counted anew meanwhile is not walked over again.</summary>
    static async IAsyncEnumerable<Guid[]> Batches(IQueryable<Deadline> behind, [EnumeratorCancellation] CancellationToken ct)
    {
        var (after, more) = (Guid.Empty, true);
        while (more)
        {
            var last = after;
            var some = await behind
                .Select(d => d.PetitionId)
                .Where(id => id > last)
                .Distinct()
                .OrderBy(id => id)
                .Take(Batch)
                .ToArrayAsync(ct);
            more = some.Length == Batch;
            if (some.Length == 0)
                continue;
            after = some[^1];
            yield return some;
        }
    }

    async Task Recount(Guid[] ids, bool byRules, CancellationToken ct)
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
            .Petitions.FromSql($"select * from petitions where id = any ({ids}) order by id for update skip locked")
            .AsNoTracking()
            .Include(petition => petition.Deadlines.Where(deadline => deadline.MetOn == null && !deadline.Superseded))
            .ToListAsync(ct);
        if (petitions.Count == 0)
            return;
        var moved = petitions.ConvertAll(petition => (Petition: petition, Limits: petition.Recount(engine)));
        moved.RemoveAll(one => one.Limits.Count == 0);
        if (moved.Count > 0)
        {
            await db.AnnounceAll(moved.Select(one => ((ISubject)one.Petition, Told(one.Petition, one.Limits))), ct);
            await db.Write([.. moved.Select(one => one.Petition)], [.. moved.SelectMany(one => one.Limits)], ct);
        }
        var looked = petitions.ConvertAll(petition => petition.Id);
        // Those that moved are rows of these versions already.
        await Running(db)
            .Where(deadline =>
                looked.Contains(deadline.PetitionId) && (deadline.CalendarVersion < version || deadline.RulesVersion != rules.Version)
            )
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

        object Told(Petition petition, IReadOnlyList<(Deadline Before, Deadline After)> limits) =>
            new DeadlinesRecounted(
                petition.Id,
                EnumNames.Of(petition.Kind),
                EnumNames.Of(petition.Field),
                version,
                [.. limits.Select(one => new MovedDeadline(one.Before.Rule, one.Before.Due, one.After.Due))],
                petition.DueOn,
                byRules ? "RULES" : "CALENDAR"
            );
    }
}
