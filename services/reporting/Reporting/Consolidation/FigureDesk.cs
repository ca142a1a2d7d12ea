using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>Reads what reports add up to.</summary>
public sealed class FigureDesk(
    ReportingDb db,
    RegimeCatalogue regimes,
    FormCatalogue forms,
    UnitTree tree,
    ExpectedReports expected,
    TimeProvider clock
)
{
    /// <summary>What is asked for, or why this caller gets no answer.</summary>
    public (Asked? Asked, Rejection? Refused) Understand(FigureQuestion question, Caller caller)
    {
        if (regimes.Find(new(question.Regime, question.Kind, question.Year, question.Index), out var refused) is not { } period)
            return (null, refused);
        if (forms.InForce(question.Form, period, out refused) is not { } form)
            return (null, refused);
        var reading = question.Tree ?? TreeReading.AsWas;
        var day = reading is TreeReading.AsWas ? period.To : clock.Today();
        return (question.UnitId ?? caller.UnitId) is { } unit && caller.Sees(unit, day, tree) && tree.Find(unit, day) is not null
            ? (new(form, period, unit, question.Basis ?? Basis.Approved, reading, day), null)
            : (null, OpenReport.UnknownUnit);
    }

    /// <summary>The unit, or the caller's own, as far as it stands today and the caller sees it.</summary>
    public Guid? UnitOfToday(Guid? unit, Caller caller) =>
        (unit ?? caller.UnitId) is { } top && tree.Find(top, clock.Today()) is not null && caller.Sees(top, clock.Today(), tree)
            ? top
            : null;

    /// <summary>All totals of the unit, by cell; and the units whose reports fit under none of today's.</summary>
    /// <param name="asked">What is asked for.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="cells">These cells only.</param>
    public async Task<(Dictionary<string, Total> Totals, IReadOnlyList<Guid> NotRestatable)> Read(
        Asked asked,
        CancellationToken ct,
        string[]? cells = null
    )
    {
        if (asked.Tree is TreeReading.AsWas)
            return (await ByCell(AsWas(asked, [asked.UnitId], cells), ct), []);
        var placed = await Placed(asked, ct);
        var inside = placed.Where(of => of.Placing is Placing.Inside).Select(of => of.UnitId).ToArray();
        var open = placed.Where(of => of.Placing is Placing.Open).Select(of => of.UnitId).ToList();
        return (await ByCell(Own(asked, inside, cells), ct), open);
    }

    /// <summary>All totals of the unit from the reports themselves, so that nothing is still on its way.</summary>
    public Task<Dictionary<string, Total>> Anew(Asked asked, CancellationToken ct) =>
        ByCell(
            db.Database.SqlQuery<Row>(
                $"""
                select f.unit_id as "UnitId", f.cell as "Cell", f.number as "Number", f.reported as "Reported",
                    f.unspecified as "Unspecified", f.not_applicable as "NotApplicable", f.not_reported as "NotReported"
                from collections k cross join lateral totals_anew(k.id, {EnumNames.Of(asked.Basis)}::figure_basis, {asked.UnitId}) f
                where k.form = {asked.Form.Code} and k.regime = {asked.Period.Regime} and k.period_kind = {EnumNames.Of(asked.Period.Kind)}
                    and k.period_year = {asked.Period.Year} and k.period_index = {asked.Period.Index}
                """
            ),
            ct
        );

    /// <summary>Units that owe a report and have none that counts, in the order of the tree.</summary>
    public async Task<IReadOnlyList<Guid>> Missing(Asked asked, CancellationToken ct)
    {
        var counted = (await Contributors(asked, ct)).ToHashSet();
        return
        [
            .. from unit in tree.Subtree(asked.UnitId, asked.Day)
            where expected.Owes(asked.Form.Code, asked.Period, unit) && !counted.Contains(unit.UnitId)
            select unit.UnitId,
        ];
    }

    /// <summary>Totals of some cells, of each of several units with all below it, on the tree of the period.</summary>
    public async Task<ILookup<Guid, Total>> Of(Asked asked, Guid[] units, string[] cells, CancellationToken ct) =>
        (await AsWas(asked, units, cells).ToListAsync(ct)).ToLookup(row => row.UnitId, row => row.Total);

    /// <summary>What the reports of units add themselves.</summary>
    public async Task<ILookup<Guid, Total>> OwnOf(Asked asked, Guid[] units, string[] cells, CancellationToken ct) =>
        (await Own(asked, units, cells).ToListAsync(ct)).ToLookup(row => row.UnitId, row => row.Total);

    /// <summary>Everybody who reported, and whether that counts for the unit on today's tree.</summary>
    public async Task<IReadOnlyList<(Guid UnitId, Placing Placing)>> Placed(Asked asked, CancellationToken ct)
    {
        var restating = new Restating(tree, asked.Day);
        return (await Contributors(asked, ct)).ConvertAll(unit => (unit, restating.Place(unit, asked.UnitId)));
    }

    /// <summary>Everybody whose report counts.</summary>
    Task<List<Guid>> Contributors(Asked asked, CancellationToken ct) =>
        db
            .Database.SqlQuery<Guid>(
                $"""
                select unit_id as "Value" from contributions where cell = {Contribution.Report} and basis = {EnumNames.Of(
                    asked.Basis
                )}::figure_basis
                    and collection_id = (select id from collections where form = {asked.Form.Code} and regime = {asked.Period.Regime}
                        and period_kind = {EnumNames.Of(
                    asked.Period.Kind
                )} and period_year = {asked.Period.Year} and period_index = {asked.Period.Index})
                """
            )
            .ToListAsync(ct);

    /// <summary>A figure of a unit of today for an earlier period.</summary>
    public async Task<ReadSeries.Point> PointOf(Asked asked, Indicator indicator, SeriesMode mode, CancellationToken ct)
    {
        var restating = new Restating(tree, clock.Today());
        var placed = mode switch
        {
            SeriesMode.RestatedToCurrent => await Placed(asked with { Tree = TreeReading.Restated, Day = clock.Today() }, ct),
            SeriesMode.SumOfPredecessors =>
            [
                .. from before in restating.ForebearsOf(asked.UnitId, asked.Period.To)
                select (before, restating.Place(before, asked.UnitId)),
            ],
            _ => tree.Find(asked.UnitId, asked.Period.To) is null ? [] : [(asked.UnitId, Placing.Inside)],
        };
        var madeOf = placed.Where(of => of.Placing is Placing.Inside).Select(of => of.UnitId).ToArray();
        var cells = CellsOf(indicator);
        var totals = await (mode is SeriesMode.RestatedToCurrent ? OwnOf(asked, madeOf, cells, ct) : Of(asked, madeOf, cells, ct));
        return new(
            asked.Period,
            madeOf.Length == 0
                ? null
                : ConsolidatedCell.Of(
                    indicator,
                    totals.SelectMany(of => of).GroupBy(total => total.Cell).ToDictionary(of => of.Key, of => Total.Sum(of.Key, of))
                ),
            madeOf,
            [.. placed.Where(of => of.Placing is Placing.Open).Select(of => of.UnitId)]
        );
    }

    /// <summary>The cells that an indicator is made of, and that of the reports themselves.</summary>
    public static string[] CellsOf(Indicator indicator) =>
        indicator.Ratio is { } ratio ? [Contribution.Report, ratio.Numerator, ratio.Denominator] : [Contribution.Report, indicator.Code];

    /// <summary>How many reports are owed and how many count.</summary>
    public Coverage CoverageOf(Asked asked, IReadOnlyDictionary<string, Total> totals) =>
        new(expected.Of(asked.Form.Code, asked.Period, asked.UnitId), totals.GetValueOrDefault(Contribution.Report)?.Reported ?? 0);

    /// <summary>Reports that changed and whose change no figure above them shows yet.</summary>
    public Task<int> Pending(Asked asked, CancellationToken ct) =>
        db
            .Database.SqlQuery<int>(
                $"""
                select count(*)::int as "Value" from figure_deltas
                where basis = {EnumNames.Of(asked.Basis)}::figure_basis
                    and collection_id = (select id from collections where form = {asked.Form.Code} and regime = {asked.Period.Regime}
                        and period_kind = {EnumNames.Of(
                    asked.Period.Kind
                )} and period_year = {asked.Period.Year} and period_index = {asked.Period.Index})
                """
            )
            .SingleAsync(ct);

    IQueryable<Row> AsWas(Asked asked, Guid[] units, string[]? cells) =>
        db.Database.SqlQuery<Row>(
            $"""
            select f.unit_id as "UnitId", f.cell as "Cell", sum(f.number) as "Number", sum(f.reported)::int as "Reported",
                sum(f.unspecified)::int as "Unspecified", sum(f.not_applicable)::int as "NotApplicable", sum(f.not_reported)::int as "NotReported"
            from collections k cross join lateral (
                select * from figures where collection_id = k.id
                union all select * from contributed where collection_id = k.id
            ) f
            where k.form = {asked.Form.Code} and k.regime = {asked.Period.Regime} and k.period_kind = {EnumNames.Of(asked.Period.Kind)}
                and k.period_year = {asked.Period.Year} and k.period_index = {asked.Period.Index}
                and f.basis = {EnumNames.Of(
                asked.Basis
            )}::figure_basis and f.unit_id = any ({units}) and ({cells}::text[] is null or f.cell = any ({cells}))
            group by f.unit_id, f.cell
            """
        );

    IQueryable<Row> Own(Asked asked, Guid[] units, string[]? cells) =>
        db.Database.SqlQuery<Row>(
            $"""
            select f.unit_id as "UnitId", f.cell as "Cell", f.number as "Number", f.reported as "Reported",
                f.unspecified as "Unspecified", f.not_applicable as "NotApplicable", f.not_reported as "NotReported"
            from collections k join contributed f on f.collection_id = k.id
            where k.form = {asked.Form.Code} and k.regime = {asked.Period.Regime} and k.period_kind = {EnumNames.Of(asked.Period.Kind)}
                and k.period_year = {asked.Period.Year} and k.period_index = {asked.Period.Index}
                and f.basis = {EnumNames.Of(
                asked.Basis
            )}::figure_basis and f.unit_id = any ({units}) and ({cells}::text[] is null or f.cell = any ({cells}))
            """
        );

    static async Task<Dictionary<string, Total>> ByCell(IQueryable<Row> rows, CancellationToken ct) =>
        await rows.GroupBy(row => row.Cell)
            .Select(of => new Total(
                of.Key,
                of.Sum(row => row.Number),
                of.Sum(row => row.Reported),
                of.Sum(row => row.Unspecified),
                of.Sum(row => row.NotApplicable),
                of.Sum(row => row.NotReported)
            ))
            .ToDictionaryAsync(total => total.Cell, ct);

    sealed record Row(Guid UnitId, string Cell, decimal Number, int Reported, int Unspecified, int NotApplicable, int NotReported)
    {
        public Total Total => new(Cell, Number, Reported, Unspecified, NotApplicable, NotReported);
    }
}

/// <summary>How many reports figures stand on.</summary>
/// <param name="Expected">Units that owe one, as the tree stood on the last day of the period.</param>
/// <param name="Counted">Reports that are added up.</param>
public sealed record Coverage(int Expected, int Counted)
{
    /// <summary>Owed and not counted; `GET /api/v1/duties/completeness` names them.</summary>
    public int Missing => Math.Max(0, Expected - Counted);
}
