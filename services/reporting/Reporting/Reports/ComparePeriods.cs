using DanVan.Chassis.Auth;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Reporting.Reports;

/// <summary>What a unit reports beside what it reported before, as the text of a report tells it: so many more, so many fewer than in the same period last year.</summary>
public static class ComparePeriods
{
    /// <param name="Period">The period of the report.</param>
    /// <param name="Before">The period that it is held against; absent when the unit sent no report for it.</param>
    /// <param name="Cells">The numbers, in the order of the form.</param>
    public sealed record Answer(Guid ReportId, int ReportVersion, Period Period, Period? Before, IReadOnlyList<ComparedCell> Cells);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/comparison", Handle)
            .RequireScope("reporting.read")
            .WithSummary("A report beside that of the same period last year, or of the period before")
            .WithDescription(
                "So sánh với cùng kỳ năm trước (`LAST_YEAR`, mặc định) hoặc kỳ trước (`PERIOD_BEFORE`): tăng, giảm bao nhiêu, tỷ lệ bao nhiêu. "
                    + "What the unit itself sent; for a unit that came out of others see `/figures/comparison`."
            )
            .WithResponseExample(Example);

    static async Task<Results<Ok<Answer>, NotFound>> Handle(
        Guid id,
        [FromQuery] Earlier? with,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var form = forms.Version(report.Form, report.FormVersion);
        var said = await db.SaidEarlier(report, with ?? Earlier.LastYear, ct, among: db.ReadableReports(caller));
        var before = said?.Values ?? new Dictionary<string, CellValue>();
        var now = await db.CellsAsReported(report, form, ct);
        return TypedResults.Ok(
            new Answer(
                report.Id,
                report.Version,
                report.Period,
                said?.Period,
                [
                    .. from cell in now
                    where form.Find(cell.Code) is { HoldsNumber: true }
                    select ComparedCell.Of(cell.Code, cell.Value, before.GetValueOrDefault(cell.Code, CellValue.NotReported)),
                ]
            )
        );
    }

    static readonly Answer Example = new(
        new("01980b5c-7a00-7000-8000-000000000001"),
        4,
        new("STATE_ND09", PeriodKind.HalfYear, 2026, 1, new(2025, 12, 15), new(2026, 6, 14)),
        new("STATE_ND09", PeriodKind.HalfYear, 2025, 1, new(2024, 12, 15), new(2025, 6, 14)),
        [ComparedCell.Of("DT01", CellValue.Of(57), CellValue.Of(60)), ComparedCell.Of("DT09", CellValue.Of(3), CellValue.NotReported)]
    );
}
