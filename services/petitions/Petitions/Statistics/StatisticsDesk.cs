using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Statistics;

/// <summary>What a site may set about statistics (section <c>Statistics</c>).</summary>
public sealed class StatisticsOptions
{
    /// <summary>
    /// Local branches of vertical central agencies (ngành dọc): they and what is below them are counted for themselves, and not added into the totals of the units
    /// above them. TT 06/2025/TT-TTCP Đ7.
    /// </summary>
    public IList<Guid> VerticalUnits { get; } = [];
}

/// <summary>A question that can be answered.</summary>
/// <param name="UnitId">Whose statistics.</param>
/// <param name="Units">Whose books are counted.</param>
/// <param name="AllUnits">Whether these are all there are.</param>
/// <param name="Period">The named period; none for a window of one's own.</param>
/// <param name="AsOf">The number of the journal up to which is counted.</param>
sealed record Asked(
    StatisticsRequest Request,
    Guid UnitId,
    Guid[] Units,
    bool AllUnits,
    (StatisticsPeriod Period, int Year)? Period,
    Window Window,
    long AsOf
);

/// <summary>Understands what statistics are asked for, and finds what they count.</summary>
sealed class StatisticsDesk(
    PetitionsDb db,
    JournalCount journal,
    UnitTree tree,
    StatisticsPeriods periods,
    IOptions<StatisticsOptions> options,
    TimeProvider clock
)
{
    /// <summary>A reader folds at most so much of the journal; what is beyond that the background does.</summary>
    const int Batches = 5;

    public async Task<(Asked? Asked, Rejection? Refused)> Understand(StatisticsRequest request, Caller caller, CancellationToken ct)
    {
        if (WindowOf(request, out var period, out var window) is { } wrong)
            return (null, wrong);
        if ((request.UnitId ?? caller.UnitId) is not { } unit || !caller.Sees(unit, window.To, tree) || tree.Find(unit) is null)
            return (null, Refused.NoSuchUnit("unitId"));
        var counted = await journal.CatchUp(Batches, ct);
        if (request.AsOf > counted)
            return (null, RefusedStatistics.NotCountedYet(counted));
        var units = request.OwnUnitOnly is true ? [unit] : await UnitsBelow(unit, window.To, ct);
        var all = unit == RootUnit.Id && request.OwnUnitOnly is not true && options.Value.VerticalUnits.Count == 0;
        return (new(request, unit, units, all, period, window, request.AsOf ?? counted), null);
    }

    /// <summary>All that the figures of the window are made of.</summary>
    public async Task<IReadOnlyList<Counted>> Count(Asked asked, CancellationToken ct)
    {
        await using var reading = await db.Database.BeginTransactionAsync(ct);
        // However many spells there are, a few hundred look different. The planner takes their columns for independent of each other, and would sort them all.
        await db.Database.ExecuteSqlAsync($"set local enable_sort = off", ct);
        return await Spells(asked).Count(asked.Window).ToListAsync(ct);
    }

    public IQueryable<Spell> Spells(Asked asked) => asked.Request.Filter(Of<Spell>(asked)).AsOf(asked.AsOf);

    /// <summary>Of any day.</summary>
    public IQueryable<CountedVisit> Visits(Asked asked) => Told<CountedVisit>(asked);

    public IQueryable<CountedSession> Sessions(Asked asked) =>
        Of<CountedSession>(asked)
            .Where(s => s.Sequence <= asked.AsOf)
            .Where(s => s.HeldOn >= asked.Window.From && s.HeldOn <= asked.Window.To);

    public IQueryable<CountedReminder> Reminders(Asked asked) =>
        Told<CountedReminder>(asked).Where(r => r.SentOn >= asked.Window.From && r.SentOn <= asked.Window.To);

    public IQueryable<CountedEffect> Effects(Asked asked) =>
        Told<CountedEffect>(asked).Where(e => e.EffectiveOn >= asked.Window.From && e.EffectiveOn <= asked.Window.To);

    public IQueryable<CountedProtection> Protections(Asked asked) =>
        Told<CountedProtection>(asked).Where(p => p.OrderedOn >= asked.Window.From && p.OrderedOn <= asked.Window.To);

    IQueryable<T> Told<T>(Asked asked)
        where T : class, ICountedByKind => asked.Request.Filter(Of<T>(asked).Where(one => one.Sequence <= asked.AsOf));

    IQueryable<T> Of<T>(Asked asked)
        where T : class
    {
        var all = db.Set<T>().AsNoTracking();
        if (asked.AllUnits)
            return all;
        // As rows to join with: thousands of ids in an array would be gone through for each petition.
        var units = db.Database.SqlQuery<Guid>($"""select unnest({asked.Units}) as "Value" """);
        return all.Where(one => units.Contains(EF.Property<Guid>(one, nameof(Spell.UnitId))));
    }

    Rejection? WindowOf(StatisticsRequest request, out (StatisticsPeriod Period, int Year)? period, out Window window)
    {
        (period, window) = (null, null!);
        if ((request.From ?? request.To) is not null)
        {
            if (request.Period is not null || request.Year is not null)
                return RefusedStatistics.TwoWindows(request.Period is null ? "year" : "period");
            if (request is not { From: { } from, To: { } to })
                return RefusedStatistics.HalfAWindow(request.From is null ? "from" : "to");
            window = new(from, to);
            return to < from ? RefusedStatistics.WindowEndsBeforeItBegins : null;
        }
        var today = clock.Today();
        if (request.Period is null && request.Year is null)
            period = periods.At(today);
        else if ((request.Year ?? today.Year) is var year && periods.Find(request.Period ?? "YEAR", year) is { } named)
            period = (named, year);
        if (period is not { } found)
            return RefusedStatistics.NoSuchPeriod(periods.Of(request.Year ?? today.Year).Select(p => p.Code), request.Year ?? today.Year);
        window = found.Period.In(found.Year);
        return null;
    }

    // As it stood on the last day; a unit that had ended by then counts where it stood at its end.
    async Task<Guid[]> UnitsBelow(Guid unit, DateOnly on, CancellationToken ct)
    {
        Guid[] apart = [.. options.Value.VerticalUnits.Where(vertical => !tree.IsWithin(unit, vertical, on))];
        return
        [
            .. await db
                .Database.SqlQuery<Guid>(
                    $"""
                    select {unit} as "Value" union
                    select unit_id from directory.unit_ancestors a
                    where ancestor_id = {unit} and (valid @> {on}::date or (to_the_end and upper(valid) <= {on}::date))
                        and not exists (
                            select from directory.unit_ancestors v where v.unit_id = a.unit_id and v.ancestor_id = any ({apart})
                                and (v.valid @> {on}::date or (v.to_the_end and upper(v.valid) <= {on}::date))
                        )
                    """
                )
                .ToListAsync(ct),
        ];
    }
}
