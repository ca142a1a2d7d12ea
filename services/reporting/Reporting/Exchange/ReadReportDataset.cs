using System.Text.Json;
using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using DanVan.Reporting.Sheets;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Exchange;

/// <summary>A report, for programs that know nothing of the platform: as it was sent, and until then as events and entries make it now.</summary>
static class ReadReportDataset
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/{id:guid}/dataset.jsonstat", JsonStatOf)
            .RequireScope("reporting.read")
            .Produces<JsonElement>(StatusCodes.Status200OK, JsonStat.MediaType)
            .WithSummary("The numbers of a report as a JSON-stat 2.0 dataset")
            .WithDescription("Số liệu của một báo cáo dạng JSON-stat 2.0. Its texts are in the data package beside it.");
        group
            .MapGet("/{id:guid}/dataset.zip", PackageOf)
            .RequireScope("reporting.read")
            .Produces<Stream>(StatusCodes.Status200OK, DataPackage.MediaType)
            .WithSummary("A report as a Frictionless data package")
            .WithDescription(
                "Báo cáo dạng gói dữ liệu Frictionless (ZIP): `cells.csv` gồm cả nội dung thuyết minh, có lược đồ bảng và khóa. Text that begins as a formula does has an apostrophe "
                    + "before it."
            );
    }

    static async Task<Results<PushStreamHttpResult, NotFound>> JsonStatOf(
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
        var (dataset, cells) = await Read(report, db, forms, tree, ct);
        dataset = dataset with { Indicators = [.. dataset.Indicators.Where(one => one.HoldsNumber)] };
        var said = cells.ToDictionary(cell => cell.Code, cell => cell.Value);
        IReadOnlyList<DatasetValue> values =
        [
            .. dataset.Indicators.Select(one => new DatasetValue(said.GetValueOrDefault(one.Code, CellValue.NotReported))),
        ];
        return TypedResults.Stream(target => JsonStat.Write(target, dataset, new[] { values }.ToAsyncEnumerable(), ct), JsonStat.MediaType);
    }

    static async Task<Results<PushStreamHttpResult, NotFound>> PackageOf(
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
        var (dataset, cells) = await Read(report, db, forms, tree, ct);
        return TypedResults.Stream(
            target => DataPackage.Write(target, $"danvan-report-{report.Id}", dataset.Title, DatasetTables.OfReport(dataset, cells), ct),
            DataPackage.MediaType,
            report.FileName("zip")
        );
    }

    static async Task<(Dataset Dataset, IReadOnlyList<Cell> Cells)> Read(
        Report report,
        ReportingDb db,
        FormCatalogue forms,
        UnitTree tree,
        CancellationToken ct
    )
    {
        var form = forms.Version(report.Form, report.FormVersion);
        var unit =
            tree.FindOrLast(report.UnitId, report.PeriodTo)
            ?? new(report.UnitId, report.PeriodFrom, null, "", UnitNames.Of(report, tree), "", "", null, null, null);
        var dataset = new Dataset(
            $"{form.Name.Vi} – {unit.FullName}, {report.Period.Label.Vi}",
            form,
            EnumNames.Of(report.State),
            [report.Period],
            [unit],
            [.. form.Indicators]
        );
        return (dataset, await db.CellsAsReported(report, form, ct));
    }
}
