using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Outliers;

/// <summary>Which figures of a report stand out against what the unit itself reported for the periods before.</summary>
public static class ReadOutliers
{
    /// <param name="ReportVersion">The version of the report that was looked at.</param>
    /// <param name="Rule">From when on a value stands out.</param>
    /// <param name="Examined">Cells with a number and at least one earlier one.</param>
    /// <param name="WithoutScore">Of these, how many have too few earlier values for a score, or none that differ: only jumps are looked for.</param>
    /// <param name="Outliers">What stands out, in the order of the form.</param>
    public sealed record Answer(
        Guid ReportId,
        int ReportVersion,
        OutlierOptions Rule,
        int Examined,
        int WithoutScore,
        IReadOnlyList<Outlier> Outliers
    );

    /// <param name="Code">The cell.</param>
    /// <param name="Value">What the report says.</param>
    /// <param name="Deviation">How far that is from what came before.</param>
    /// <param name="History">What came before, the latest first.</param>
    public sealed record Outlier(string Code, decimal Value, Deviation Deviation, IReadOnlyList<Earlier> History);

    /// <param name="Period">The period with its days.</param>
    /// <param name="ReportId">The unit's report for it.</param>
    /// <param name="Value">What that says.</param>
    public sealed record Earlier(Period Period, Guid ReportId, decimal Value);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/outliers", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Which figures stand out against the unit's own earlier periods")
            .WithDescription(
                "Số liệu bất thường so với các kỳ trước của chính đơn vị: lệch xa trung vị (modified z-score), hoặc tăng, giảm đột biến so với kỳ liền trước, kèm các con số giải thích. "
                    + "Against what was sent or approved on the same form, under the same regime, for periods of the same kind. Ratios are not looked at: their parts are."
            )
            .WithResponseExample(Example);

    static async Task<Results<Ok<Answer>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        IOptions<OutlierOptions> options,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var form = forms.Version(report.Form, report.FormVersion);
        var history = await Before(report, options.Value.LongestHistory, db, ct);
        var examined = (
            from cell in await db.CellsAsReported(report, form, ct)
            where cell is { Value.Number: not null } && form.Find(cell.Code) is { IsComputed: false }
            let earlier = history.Where(one => one.Cells.ContainsKey(cell.Code)).ToList()
            where earlier.Count > 0
            select (
                Cell: cell,
                Earlier: earlier,
                Deviation: Deviation.Of(cell.Value.Number!.Value, [.. earlier.Select(one => one.Cells[cell.Code])], options.Value)
            )
        ).ToList();
        return TypedResults.Ok(
            new Answer(
                id,
                report.Version,
                options.Value,
                examined.Count,
                examined.Count(one => one.Deviation.Score is null),
                [
                    .. from one in examined
                    where one.Deviation.Reasons.Count > 0
                    let code = one.Cell.Code
                    select new Outlier(
                        code,
                        one.Cell.Value.Number!.Value,
                        one.Deviation,
                        [.. one.Earlier.Select(earlier => new Earlier(earlier.Period, earlier.ReportId, earlier.Cells[code]))]
                    ),
                ]
            )
        );
    }

    /// <summary>The numbers of the unit's reports for earlier periods, as they stand sent or were approved last; the latest first.</summary>
    static async Task<List<(Period Period, Guid ReportId, Dictionary<string, decimal> Cells)>> Before(
        Report report,
        int most,
        ReportingDb db,
        CancellationToken ct
    )
    {
        var contents = await db
            .Reports.Where(r => r.Form == report.Form && r.UnitId == report.UnitId && r.Regime == report.Regime)
            .Where(r => r.PeriodKind == report.PeriodKind && r.PeriodTo < report.PeriodFrom)
            .OrderByDescending(r => r.PeriodTo)
            .ThenByDescending(r => r.PeriodFrom)
            .Select(r =>
                r.Content
                ?? db.ReportEditions.Where(e => e.ReportId == r.Id)
                    .OrderByDescending(e => e.Edition)
                    .Select(e => e.Content)
                    .FirstOrDefault()
            )
            .Where(content => content != null)
            .Take(most)
            .ToListAsync(ct);
        return contents.ConvertAll(content =>
        {
            var said = FrozenContent.Read(content!);
            return (said.Period, said.ReportId, Numbers(said.Cells));
        });

        static Dictionary<string, decimal> Numbers(IEnumerable<Cell> cells) =>
            cells.Where(cell => cell.Value.Number is not null).ToDictionary(cell => cell.Code, cell => cell.Value.Number!.Value);
    }

    static readonly Answer Example = new(
        new("01980b5c-7a00-7000-8000-000000000001"),
        4,
        new OutlierOptions(),
        31,
        2,
        [
            new(
                "TCD01",
                412,
                new(96, 6.5m, 32.79m, 101, 4.08m, [OutlierReason.FarFromMedian, OutlierReason.Jump]),
                [
                    new(
                        new("TTCP_06_2025", PeriodKind.Quarter, 2026, 1, new(2025, 12, 15), new(2026, 3, 14)),
                        new("01980b5c-7a00-7000-8000-000000000005"),
                        101
                    ),
                ]
            ),
        ]
    );
}
