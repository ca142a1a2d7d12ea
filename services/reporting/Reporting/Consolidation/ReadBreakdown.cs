using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>One figure taken apart: what the unit says itself, and what each unit below it brings. Down to a report, and from its cell to the events.</summary>
public static class ReadBreakdown
{
    /// <param name="Whole">The figure.</param>
    /// <param name="Own">What the unit's own report adds; none when it has none that counts.</param>
    /// <param name="Below">Each unit directly below it that brings something, in the order of their names.</param>
    public sealed record Answer(Guid UnitId, ConsolidatedCell Whole, Part? Own, IReadOnlyList<Part> Below);

    /// <param name="Name">The unit's name on that day.</param>
    /// <param name="Figure">What it brings: for a unit below with all that is below it in turn.</param>
    /// <param name="Coverage">How many reports that stands on.</param>
    /// <param name="ReportId">Its own report, whose cells, lineage and history tell more; none when it has none that counts.</param>
    /// <param name="MadeOf">On today's tree: the units of then whose reports these are.</param>
    public sealed record Part(
        Guid UnitId,
        string Name,
        ConsolidatedCell Figure,
        Coverage Coverage,
        Guid? ReportId,
        IReadOnlyList<Guid>? MadeOf
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{cell}/units", Handle)
            .RequireScope("reporting.read")
            .WithSummary("A figure taken apart by the units below")
            .WithDescription(
                "Một số liệu tổng hợp tách theo từng đơn vị trực thuộc. Ask again with `unitId` of a part to go down; "
                    + "at the bottom `reportId` leads to `/reports/{id}/cells/{code}/lineage`, the events, and through their subjects to the records."
            );

    static async Task<Results<Ok<Answer>, NotFound, ProblemHttpResult>> Handle(
        string cell,
        [AsParameters] FigureQuestion question,
        FigureDesk desk,
        FigureSums sums,
        ReportingDb db,
        UnitTree tree,
        ExpectedReports expected,
        Caller caller,
        CancellationToken ct
    )
    {
        var (asked, refused) = await desk.Understand(question, caller, ct);
        if (asked is null)
            return refused!.ToProblem();
        if (asked.Form.Find(cell) is not { } indicator)
            return TypedResults.NotFound();
        var children = tree.Children(asked.UnitId, asked.Day).OrderBy(child => child.Name, StringComparer.Ordinal).ToList();
        var parts =
            asked.Tree is TreeReading.AsWas
                ? await AsWas(sums, expected, asked, indicator, children, ct)
                : await Restated(desk, sums, tree, asked, indicator, children, ct);
        var reports = await ReportsOf([asked.UnitId, .. children.Select(child => child.UnitId)], asked, db, ct);
        var totals = parts.Totals;
        return TypedResults.Ok(
            new Answer(
                asked.UnitId,
                ConsolidatedCell.Of(
                    indicator,
                    FigureDesk.ByCell(totals.SelectMany(of => of.Value.Values.Select(total => Brought(of.Key, total))))
                ),
                totals.ContainsKey(asked.UnitId) ? PartOf(asked.UnitId, tree.Find(asked.UnitId, asked.Day)!.Name) : null,
                [.. from child in children where totals.ContainsKey(child.UnitId) select PartOf(child.UnitId, child.Name)]
            )
        );

        // Whoever counts each once counts those below anew.
        Total Brought(Guid unit, Total total) =>
            indicator.OverUnits is Aggregation.Distinct && total.Cell == cell && unit != asked.UnitId ? total.PassedOn : total;

        Part PartOf(Guid unit, string name) =>
            new(
                unit,
                name,
                ConsolidatedCell.Of(indicator, totals[unit]),
                new(parts.Expected(unit), totals[unit][Contribution.Report].Reported),
                reports.TryGetValue(unit, out var report) ? report : null,
                parts.MadeOf?[unit].ToList()
            );
    }

    static async Task<Parts> AsWas(
        FigureSums sums,
        ExpectedReports expected,
        Asked asked,
        Indicator indicator,
        List<UnitVersion> children,
        CancellationToken ct
    )
    {
        var cells = FigureDesk.CellsOf(indicator);
        var below = await sums.Whole(asked.Collection, [.. children.Select(child => child.UnitId)], cells, ct);
        var own = await sums.Own(asked.Collection, [asked.UnitId], cells, ct);
        return new(ByUnit(below.Concat(own), unit => unit), Owed, null);

        int Owed(Guid unit)
        {
            var owed = expected.Of(asked.Owed, unit);
            return unit != asked.UnitId ? owed.Count
                : owed.Contains(unit) ? 1
                : 0;
        }
    }

    static async Task<Parts> Restated(
        FigureDesk desk,
        FigureSums sums,
        UnitTree tree,
        Asked asked,
        Indicator indicator,
        List<UnitVersion> children,
        CancellationToken ct
    )
    {
        var inside = FigureDesk.Inside(await desk.Placed(asked, ct));
        var own = await sums.Own(asked.Collection, inside, FigureDesk.CellsOf(indicator), ct);
        var restating = new Restating(tree, asked.Day);
        var owed = desk.Expected(asked).CountBy(Under).ToDictionary();
        return new(ByUnit(own, Under), unit => owed.GetValueOrDefault(unit), inside.ToLookup(Under));

        // Whatever lies in the unit but in none below it as a whole is the unit's own: what came out of it stands in several of them.
        Guid Under(Guid unit) => children.Find(child => restating.Place(unit, child.UnitId) is Placing.Inside)?.UnitId ?? asked.UnitId;
    }

    static Dictionary<Guid, Dictionary<string, Total>> ByUnit(IEnumerable<UnitTotal> totals, Func<Guid, Guid> under) =>
        totals.GroupBy(of => under(of.UnitId)).ToDictionary(of => of.Key, of => FigureDesk.ByCell(of.Select(one => one.Total)));

    static Task<Dictionary<Guid, Guid>> ReportsOf(Guid[] units, Asked asked, ReportingDb db, CancellationToken ct) =>
        db
            .Reports.AsNoTracking()
            .On(asked.Form.Code, asked.Period)
            .Where(r => units.Contains(r.UnitId))
            .Where(r => asked.Basis == Basis.Sent ? r.FirstSentOn != null : r.ApprovedAt != null || r.Edition > 1)
            .ToDictionaryAsync(r => r.UnitId, r => r.Id, ct);

    sealed record Parts(Dictionary<Guid, Dictionary<string, Total>> Totals, Func<Guid, int> Expected, ILookup<Guid, Guid>? MadeOf);
}
