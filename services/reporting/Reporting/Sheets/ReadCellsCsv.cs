using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Sheets;

/// <summary>The cells of a report as CSV, in the columns that an import takes.</summary>
public static class ReadCellsCsv
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/cells.csv", Handle)
            .RequireScope("reporting.read")
            .Produces<string>(StatusCodes.Status200OK, "text/csv")
            .WithSummary("The cells of a report as CSV")
            .WithDescription(
                "Các ô của báo cáo dạng CSV (UTF-8, có BOM), cùng các cột như khi nhập. Sent back to /reports/imports it changes nothing. Text that begins as a formula does has an "
                    + "apostrophe before it, which an import takes off again."
            );

    static async Task<Results<FileContentHttpResult, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        FormCatalogue forms,
        RegimeCatalogue regimes,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.FindReportFor(caller, id, ct) is not { } report)
            return TypedResults.NotFound();
        var form = forms.Version(report.Form, report.FormVersion);
        var cells = await db.CellsAsReported(report, form, ct);
        return TypedResults.File(
            Write(report, cells, regimes.AreDaysFixed(report.Regime)),
            "text/csv; charset=utf-8",
            report.FileName("csv")
        );
    }

    internal static byte[] Write(Report report, IReadOnlyList<Cell> cells, bool areDaysFixed)
    {
        var (from, to) = areDaysFixed ? ("", "") : ($"{report.PeriodFrom:yyyy-MM-dd}", $"{report.PeriodTo:yyyy-MM-dd}");
        using var bytes = new MemoryStream();
        using (var text = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true))
        using (var csv = new CsvWriter(text, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }))
        {
            Line(csv, ImportFile.Columns);
            foreach (var cell in cells)
                Line(
                    csv,
                    report.Form,
                    report.Regime,
                    EnumNames.Of(report.PeriodKind),
                    $"{report.PeriodYear}",
                    $"{report.PeriodIndex}",
                    $"{report.UnitId}",
                    cell.Code,
                    EnumNames.Of(cell.Value.State),
                    cell.Value.Number?.ToString("0.######", CultureInfo.InvariantCulture) ?? "",
                    CsvText.Write(cell.Value.Text ?? ""),
                    CsvText.Write(cell.Override?.Reason ?? ""),
                    from,
                    to
                );
        }
        return bytes.ToArray();
    }

    static void Line(CsvWriter csv, params IEnumerable<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.NextRecord();
    }
}
