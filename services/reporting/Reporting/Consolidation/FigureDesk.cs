using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Consolidation;

/// <summary>Understands which figures are asked for, and reads what reports add up to.</summary>
public sealed class FigureDesk(
    FigureSums sums,
    FormCatalogue forms,
    UnitTree tree,
    ExpectedReports expected,
    DutyDesk duties,
    DutyCatalogue rules,
    TimeProvider clock
)
{
    /// <summary>What is asked for, or why this caller gets no answer.</summary>
    public async Task<(Asked? Asked, Rejection? Refused)> Understand(FigureQuestion question, Caller caller, CancellationToken ct)
    {
        var (found, refused) = await duties.Find(new(question.Regime, question.Kind, question.Year, question.Index), caller, ct);
        if (found is not { } period)
            return (null, refused);
        if (forms.InForce(question.Form, period, out refused) is not { } form)
            return (null, refused);
        if (Hidden(form, period, question.Basis, caller) is { } hidden)
            return (null, hidden);
        var reading = question.Tree ?? TreeReading.AsWas;
        var day = reading is TreeReading.AsWas ? period.To : clock.Today();
        return UnitOn(day, question.UnitId, caller) is { } unit
            ? (await Ask(form, period, unit, question.Basis ?? Basis.Approved, reading, ct), null)
            : (null, OpenReport.UnknownUnit);
    }

    /// <summary>The same where the form, the period and the unit are known already.</summary>
    public async Task<Asked> Ask(Form form, Period period, Guid unit, Basis basis, TreeReading reading, CancellationToken ct) =>
        new(
            form,
            period,
            unit,
            basis,
            reading,
            reading is TreeReading.AsWas ? period.To : clock.Today(),
            await sums.Find(form.Code, period, basis, ct),
            await duties.For(form.Code, period, ct)
        );

    /// <summary>Why the caller gets no figures on this basis; null when it does.</summary>
    public Rejection? Hidden(Form form, Period period, Basis? basis, Caller caller) =>
        basis is Basis.Sent ? rules.RefusesFigures(form.Code, period, caller, tree) : null;

    /// <summary>The unit, or the caller's own, as far as it stands on that day and the caller sees it.</summary>
    public Guid? UnitOn(DateOnly day, Guid? unit, Caller caller) =>
        (unit ?? caller.UnitId) is { } top && tree.Find(top, day) is not null && caller.Sees(top, day, tree) ? top : null;

    /// <summary>The same today.</summary>
    public Guid? UnitOfToday(Guid? unit, Caller caller) => UnitOn(clock.Today(), unit, caller);

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
            return (ByCell(await sums.Whole(asked.Collection, asked.UnitId, cells, ct)), []);
        var placed = await Placed(asked, ct);
        return (ByCell(await sums.SumOfOwn(asked.Collection, Inside(placed), Whole(asked, placed), cells, ct)), Open(placed));
    }

    /// <summary>The same on the tree of the period, and with what is still on its way to the figures.</summary>
    public async Task<Dictionary<string, Total>> Now(Asked asked, CancellationToken ct) =>
        await sums.Pending(asked.Collection, ct) == 0 ? (await Read(asked, ct)).Totals : await Anew(asked, ct);

    /// <summary>All totals of the unit from the reports themselves, so that nothing is still on its way.</summary>
    public async Task<Dictionary<string, Total>> Anew(Asked asked, CancellationToken ct) =>
        ByCell(await sums.Anew(asked.Collection, asked.UnitId, ct));

    /// <summary>Units that owe a report and have none that counts, in the order of the tree.</summary>
    public async Task<IReadOnlyList<Guid>> Missing(Asked asked, CancellationToken ct)
    {
        return [.. expected.Of(asked.Owed, asked.UnitId).Except(await sums.Contributors(asked.Collection, ct))];
    }

    /// <summary>Everybody who reported, and whether that counts for the unit on the tree of the day.</summary>
    public async Task<IReadOnlyList<(Guid UnitId, Placing Placing)>> Placed(Asked asked, CancellationToken ct)
    {
        var restating = new Restating(tree, asked.Day);
        return (await sums.Contributors(asked.Collection, ct)).ConvertAll(unit => (unit, restating.Place(unit, asked.UnitId)));
    }

    /// <summary>The units that owed a report and count for the unit on the tree of the day.</summary>
    public IReadOnlyList<Guid> Expected(Asked asked)
    {
        if (asked.Tree is TreeReading.AsWas)
            return expected.Of(asked.Owed, asked.UnitId);
        var restating = new Restating(tree, asked.Day);
        // Whom a request asks stands below who asks; whom a rule names, anywhere.
        var top = asked.Owed.Request?.UnitId ?? RootUnit.Id;
        return [.. expected.Of(asked.Owed, top).Where(unit => restating.Place(unit, asked.UnitId) is Placing.Inside)];
    }

    /// <summary>The unit itself where those that count for it are those that stood under it then: what it counted once is what they are together.</summary>
    Guid? Whole(Asked asked, IEnumerable<(Guid UnitId, Placing Placing)> placed) =>
        asked.Form.Indicators.Any(indicator => indicator.OverUnits is Aggregation.Distinct)
        && placed.All(of => of.Placing is Placing.Inside == tree.IsWithin(of.UnitId, asked.UnitId, asked.Period.To))
            ? asked.UnitId
            : null;

    /// <summary>Those that count.</summary>
    public static Guid[] Inside(IEnumerable<(Guid UnitId, Placing Placing)> placed) =>
        [.. placed.Where(of => of.Placing is Placing.Inside).Select(of => of.UnitId)];

    /// <summary>Those of which nobody can tell.</summary>
    public static IReadOnlyList<Guid> Open(IEnumerable<(Guid UnitId, Placing Placing)> placed) =>
        [.. placed.Where(of => of.Placing is Placing.Open).Select(of => of.UnitId)];

    /// <summary>What a unit of a later day adds up to for an earlier period.</summary>
    /// <param name="asked">The unit as it stands on the later day, and the earlier period.</param>
    /// <param name="mode">What stands for a unit that did not exist.</param>
    /// <param name="later">The later day.</param>
    /// <param name="cells">These cells only; null for all.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<Then> Through(Asked asked, SeriesMode mode, DateOnly later, string[]? cells, CancellationToken ct)
    {
        var restating = new Restating(tree, later);
        var placed = mode switch
        {
            SeriesMode.RestatedToCurrent => await Placed(asked with { Day = later }, ct),
            SeriesMode.SumOfPredecessors =>
            [
                .. from before in restating.ForebearsOf(asked.UnitId, asked.Period.To)
                select (before, restating.Place(before, asked.UnitId)),
            ],
            _ => tree.Find(asked.UnitId, asked.Period.To) is null ? [] : [(asked.UnitId, Placing.Inside)],
        };
        var madeOf = Inside(placed);
        var totals =
            mode is SeriesMode.RestatedToCurrent
                ? await sums.SumOfOwn(asked.Collection, madeOf, Whole(asked, placed), cells, ct)
                : (await sums.Whole(asked.Collection, madeOf, cells, ct)).ConvertAll(of => of.Total);
        var owed =
            mode is SeriesMode.RestatedToCurrent
                ? Expected(asked with { Tree = TreeReading.Restated, Day = later })
                : [.. madeOf.SelectMany(unit => expected.Of(asked.Owed, unit)).Distinct()];
        return new(ByCell(totals), owed.Count, madeOf, Open(placed));
    }

    /// <summary>The cells that an indicator is made of, and that of the reports themselves.</summary>
    public static string[] CellsOf(Indicator indicator) =>
        indicator.Ratio is { } ratio ? [Contribution.Report, ratio.Numerator, ratio.Denominator] : [Contribution.Report, indicator.Code];

    /// <summary>How many reports are owed and how many count.</summary>
    public Coverage CoverageOf(Asked asked, IReadOnlyDictionary<string, Total> totals) => new(Expected(asked).Count, Counted(totals));

    internal static int Counted(IReadOnlyDictionary<string, Total> totals) => totals.GetValueOrDefault(Contribution.Report)?.Reported ?? 0;

    /// <summary>Totals of one cell together, cell by cell.</summary>
    public static Dictionary<string, Total> ByCell(IEnumerable<Total> totals) =>
        totals.GroupBy(total => total.Cell).ToDictionary(of => of.Key, of => Total.Sum(of.Key, of));
}

/// <summary>How many reports figures stand on.</summary>
/// <param name="Expected">Units that owe one, as the tree stood on the last day of the period; on today's tree those of them that count for the unit.</param>
/// <param name="Counted">Reports that are added up.</param>
public sealed record Coverage(int Expected, int Counted)
{
    /// <summary>Owed and not counted; `GET /api/v1/duties/completeness` names them.</summary>
    public int Missing => Math.Max(0, Expected - Counted);
}

/// <summary>What a unit of a later day adds up to for an earlier period.</summary>
/// <param name="Totals">By cell.</param>
/// <param name="Expected">Reports that were owed of what it is made of.</param>
/// <param name="MadeOf">The units of then that it is made of.</param>
/// <param name="NotRestatable">Units that belong to it in part only, nobody can tell which: left out.</param>
public sealed record Then(IReadOnlyDictionary<string, Total> Totals, int Expected, Guid[] MadeOf, IReadOnlyList<Guid> NotRestatable)
{
    public Coverage Coverage => new(Expected, FigureDesk.Counted(Totals));
}
