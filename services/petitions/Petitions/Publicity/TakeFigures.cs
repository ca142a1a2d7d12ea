using System.Collections.Concurrent;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Petitions.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Publicity;

/// <summary>The quarters that were taken, in memory: they never change.</summary>
public sealed class TakenQuarters
{
    internal ConcurrentDictionary<(int Year, int Quarter), QuarterFigures> Known { get; } = new();
}

/// <summary>Takes the figures of a quarter the first time that somebody asks for them, and never again.</summary>
/// <remarks>
/// They are of the papers received in the quarter, by where each stood on the day of taking: one table, in which everything is a part of what was received. No
/// opening and closing stock, and no other period than quarters: with those, one quarter could be worked out from the next.
/// </remarks>
public sealed class TakeFigures(
    PetitionsDb db,
    UnitTree tree,
    TakenQuarters taken,
    IOptions<PublicStatisticsOptions> options,
    IOptions<ReceiptOptions> receipts,
    TimeProvider clock
)
{
    sealed record Counted(Guid UnitId, string Kind, int State, int Count);

    sealed record Rated(Guid UnitId, decimal Mean);

    public static (DateOnly From, DateOnly To) DaysOf(int year, int quarter)
    {
        var from = new DateOnly(year, quarter * 3 - 2, 1);
        return (from, from.AddMonths(3).AddDays(-1));
    }

    /// <summary>None before the quarter and the days after it are over.</summary>
    public async Task<QuarterFigures?> Of(int year, int quarter, CancellationToken ct)
    {
        if (taken.Known.TryGetValue((year, quarter), out var known))
            return known;
        if (DaysOf(year, quarter).To.AddDays(options.Value.DaysAfter) >= clock.Today())
            return null;
        var figures = await Find(year, quarter, ct) ?? await Take(year, quarter, ct);
        // Nothing is taken of a quarter without papers: they may still be brought over from another system.
        if (figures.Units.Count > 0)
            taken.Known[(year, quarter)] = figures;
        return figures;
    }

    Task<QuarterFigures?> Find(int year, int quarter, CancellationToken ct) =>
        db.QuarterFigures.AsNoTracking().SingleOrDefaultAsync(f => f.Year == year && f.Quarter == quarter, ct);

    async Task<QuarterFigures> Take(int year, int quarter, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended('figures of a quarter', {year * 10L + quarter}))",
            ct
        );
        if (await Find(year, quarter, ct) is { } meanwhile)
            return meanwhile;
        var (from, to) = DaysOf(year, quarter);
        var figures = new QuarterFigures
        {
            Year = year,
            Quarter = quarter,
            TakenOn = clock.Today(),
            Units = Shown(await Count(from, to, ct), await Ratings(from, to, ct)),
        };
        if (figures.Units.Count == 0)
            return figures;
        db.Add(figures);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(CancellationToken.None);
        return figures;
    }

    // Answered late is what any duty before its end was done late for; duties that follow the end are others'.
    Task<List<Counted>> Count(DateOnly from, DateOnly to, CancellationToken ct) =>
        db
            .Database.SqlQuery<Counted>(
                $"""
                select unit_id as "UnitId", kind as "Kind", state as "State", count(*)::int as "Count" from (
                    select unit_id, kind, case
                        when state in ('RECEIVED', 'ACCEPTED', 'SUSPENDED') then 0
                        when state <> 'RESOLVED' then 3
                        when exists (select from deadlines d
                            where d.petition_id = p.id and not d.superseded and d.start < p.closed_on and d.met_on > d.due) then 2
                        else 1 end as state
                    from petitions p where received_on between {from} and {to}
                ) paper group by unit_id, kind, state
                """
            )
            .ToListAsync(ct);

    async Task<Dictionary<Guid, decimal>> Ratings(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var fewest = receipts.Value.FewestRatings;
        var rated = await db
            .Database.SqlQuery<Rated>(
                $"""
                select p.unit_id as "UnitId", round(avg(r.stars), 1) as "Mean" from petitions p join ratings r on r.petition_id = p.id
                where p.received_on between {from} and {to} and p.closed_on is not null group by p.unit_id having count(*) >= {fewest}
                """
            )
            .ToListAsync(ct);
        return rated.ToDictionary(unit => unit.UnitId, unit => unit.Mean);
    }

    IReadOnlyList<UnitFigures> Shown(List<Counted> counted, Dictionary<Guid, decimal> ratings)
    {
        var rows = new UnitRows(tree, clock.Today());
        foreach (var unit in counted.Select(c => c.UnitId).Distinct())
            rows.Enter(unit);
        foreach (var unit in rows.Units)
            rows.OwnOf(unit);
        foreach (var (unit, kind, state, count) in counted)
            rows.Tree.Add(rows.OwnOf(unit), (int)EnumNames.Parse<PetitionKind>(kind), state, count);
        var hidden = Suppression.Of(rows.Tree, options.Value.Fewest);
        return
        [
            .. rows.Units.Select(unit => new UnitFigures(
                unit,
                rows.ParentOf(unit),
                Cells(rows.TotalOf(unit)),
                Cells(rows.OwnOf(unit)),
                ratings.TryGetValue(unit, out var mean) ? mean : null
            )),
        ];

        int?[] Cells(int row) =>
            [.. Enumerable.Range(0, CountTree.Cells).Select(cell => hidden[row, cell] ? (int?)null : rows.Tree[row, cell])];
    }
}
