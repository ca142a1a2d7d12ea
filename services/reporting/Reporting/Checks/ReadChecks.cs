using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Checks;

/// <summary>What the rules of the form say about a report: as its cells stand while it is worked on, as sent from then on.</summary>
public static class ReadChecks
{
    /// <param name="ReportId">The report.</param>
    /// <param name="ReportVersion">Its version, for If-Match of the next edit.</param>
    /// <param name="Failing">How many rules do not hold.</param>
    /// <param name="Blocking">How many of them stand in the way of sending it.</param>
    /// <param name="Checks">The rules in the order of the form.</param>
    public sealed record ChecksView(Guid ReportId, int ReportVersion, int Failing, int Blocking, IReadOnlyList<CheckView> Checks);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/checks", Handle)
            .RequireScope("reporting.read")
            .WithSummary("What the rules of the form say about the cells of a report")
            .WithDescription(
                "Kiểm tra số liệu: tổng các phần, phương trình tồn, số đầu kỳ bằng số cuối kỳ trước. A rule that nothing can be said of is SKIPPED, with the reason."
            )
            .WithResponseExample(Example);

    static async Task<Results<Ok<ChecksView>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        if (report.Content is { } content)
            return TypedResults.Ok(View(report, FrozenContent.Read(content).Checks ?? []));
        var form = forms.Version(report.Form, report.FormVersion);
        var (_, cells) = await db.CellsNow(report, form, ct);
        return TypedResults.Ok(View(report, await db.ChecksNow(report, form, cells, ct)));
    }

    static ChecksView View(Report report, IReadOnlyList<CheckView> checks) =>
        new(
            report.Id,
            report.Version,
            checks.Count(check => check.Outcome is CheckOutcome.Fails),
            checks.Count(check => check.Blocks),
            checks
        );

    static readonly ChecksView Example = new(
        new("01980b5c-7a00-7000-8000-000000000001"),
        4,
        1,
        0,
        [
            new(
                "TCD-K1",
                new("Lượt tiếp thường xuyên và định kỳ, đột xuất cộng lại là tổng số lượt", "Regular and periodic visits add up to all"),
                "TCD01.TX + TCD01.DK",
                Comparison.Equal,
                "TCD01",
                Severity.Block,
                CheckOutcome.Fails,
                null,
                1_646,
                1_647,
                new("Một lượt tiếp theo ủy quyền không thuộc hai loại này.", "vp-tinh", new(2026, 6, 16, 8, 30, 0, TimeSpan.Zero))
            ),
        ]
    );
}
