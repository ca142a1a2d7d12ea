using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Sheets;

/// <summary>The report as a sheet to be filled: in a spreadsheet, without a connection, by people who know their figures.</summary>
public static class ReadSheet
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/sheet", Handle)
            .RequireScope("reporting.read")
            .Produces<Stream>(StatusCodes.Status200OK, MediaType)
            .WithSummary("The report as a sheet (XLSX) to be filled and sent back")
            .WithDescription(
                "Biểu báo cáo dạng XLSX để điền và gửi lại bằng PUT. Sections, codes, what the events say, the value to report, the state of a cell without a number and "
                    + "the reason of an override. A report that was sent shows what was sent."
            );

    static async Task<Results<FileContentHttpResult, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        UnitTree tree,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var form = forms.Version(report.Form, report.FormVersion);
        var cells = await db.CellsAsReported(report, form, ct);
        return TypedResults.File(SheetWriter.Write(report, form, cells, UnitNames.Of(report, tree)), MediaType, report.FileName("xlsx"));
    }
}
