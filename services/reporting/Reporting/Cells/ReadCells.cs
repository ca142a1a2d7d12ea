using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Cells;

/// <summary>The cells of a report: as the events stand while it is worked on, as submitted from then on, with what has changed since.</summary>
public static class ReadCells
{
    /// <param name="ReportId">The report.</param>
    /// <param name="ReportVersion">Its version, for If-Match of the next edit.</param>
    /// <param name="FormVersion">Version of the form, and with it of every formula.</param>
    /// <param name="Watermarks">Highest journal number read of each source when the cells were computed.</param>
    /// <param name="Stale">Whether a submitted or approved report would say something else if it were computed now.</param>
    /// <param name="Changes">What it would say else: events that came late, or were put on another day.</param>
    /// <param name="Cells">The cells, in the order of the form.</param>
    public sealed record CellsView(
        Guid ReportId,
        int ReportVersion,
        ReportState State,
        int FormVersion,
        IReadOnlyDictionary<string, long> Watermarks,
        bool Stale,
        IReadOnlyList<CellChange> Changes,
        IReadOnlyList<Cell> Cells
    );

    /// <param name="Code">The cell.</param>
    /// <param name="Frozen">The derived value as submitted.</param>
    /// <param name="Now">The derived value as the events stand now.</param>
    public sealed record CellChange(string Code, CellValue Frozen, CellValue Now);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/cells", Handle)
            .RequireScope("reporting.read")
            .WithSummary("The cells of a report, derived, entered and overridden")
            .WithDescription(
                "Các ô của báo cáo: giá trị tính từ sự kiện, giá trị nhập, giá trị thay thế kèm lý do. After submission the cells stand still; "
                    + "`stale` and `changes` tell what late events would change."
            )
            .WithResponseExample(Example);

    static async Task<Results<Ok<CellsView>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var (figures, now) = await db.CellsNow(report, forms.Version(report.Form, report.FormVersion), ct);
        if (report.Content is null)
            return TypedResults.Ok(
                new CellsView(report.Id, report.Version, report.State, report.FormVersion, figures.Watermarks, false, [], now)
            );
        var frozen = FrozenContent.Read(report.Content);
        var changes = Changes(frozen.Cells, now);
        return TypedResults.Ok(
            new CellsView(
                report.Id,
                report.Version,
                report.State,
                report.FormVersion,
                frozen.Watermarks,
                changes.Count > 0,
                changes,
                frozen.Cells
            )
        );
    }

    static readonly CellsView Example = new(
        new("01980b5c-7a00-7000-8000-000000000001"),
        3,
        ReportState.Approved,
        1,
        new Dictionary<string, long> { ["/danvan/petitions"] = 20_417 },
        true,
        [new("DT01", CellValue.Of(56), CellValue.Of(57))],
        [
            new(
                "DT01",
                CellValue.Of(57),
                CellValue.Of(56),
                new(
                    CellValue.Of(57),
                    "Một đơn nhận trong kỳ chưa vào sổ của hệ thống.",
                    "vp-tinh-uy",
                    new(2026, 6, 16, 8, 30, 0, TimeSpan.Zero)
                ),
                Events: 56,
                Unstated: 0,
                Uncertain: 0
            ),
            new("QC10", CellValue.Unspecified),
        ]
    );

    internal static IReadOnlyList<CellChange> Changes(IReadOnlyList<Cell> frozen, IReadOnlyList<Cell> now) =>
        [
            .. from before in frozen
            join after in now on before.Code equals after.Code
            where before.Derived != after.Derived
            select new CellChange(before.Code, before.Derived!, after.Derived!),
        ];
}
