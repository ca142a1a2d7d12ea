using System.Text.Json;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Exchange;

/// <summary>Figures of units and periods, for programs that know nothing of the platform.</summary>
static class ReadFigureDataset
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/dataset.jsonstat", JsonStatOf)
            .RequireScope("reporting.read")
            .Produces<JsonElement>(StatusCodes.Status200OK, JsonStat.MediaType)
            .WithSummary("Figures as a JSON-stat 2.0 dataset: period by unit by indicator")
            .WithDescription(
                "Số liệu tổng hợp dạng JSON-stat 2.0: kỳ × đơn vị × chỉ tiêu. `status` tells what is no plain number: NOT_REPORTED, NOT_APPLICABLE, UNSPECIFIED (“một số”), and "
                    + "AT_LEAST beside a number that is a lower bound. A unit that did not stand in a period has NOT_APPLICABLE there."
            );
        group
            .MapGet("/dataset.sdmx.json", SdmxOf)
            .RequireScope("reporting.read")
            .Produces<JsonElement>(StatusCodes.Status200OK, SdmxJson.MediaType)
            .WithSummary("Figures as an SDMX-JSON 2.0 data message: period by unit by indicator")
            .WithDescription(
                "Số liệu tổng hợp dạng SDMX-JSON 2.0: TIME_PERIOD × REF_AREA × INDICATOR. Each observation is its number and its OBS_STATUS; periods are named as SDMX names reporting "
                    + "periods (2026-Q2), with their days as `start` and `end`, in Vietnamese and English; a point in the code of an indicator is a hyphen (DT01-KN)."
            );
        group
            .MapGet("/dataset.zip", PackageOf)
            .RequireScope("reporting.read")
            .Produces<Stream>(StatusCodes.Status200OK, DataPackage.MediaType)
            .WithSummary("Figures as a Frictionless data package: datapackage.json with CSV files")
            .WithDescription(
                "Số liệu tổng hợp dạng gói dữ liệu Frictionless (ZIP): `figures.csv` cùng danh mục kỳ, đơn vị, chỉ tiêu, có lược đồ bảng và khóa. Text that begins as a formula does "
                    + "has an apostrophe before it."
            );
    }

    static Results<PushStreamHttpResult, ProblemHttpResult> JsonStatOf(
        [AsParameters] DatasetQuestion question,
        FigureDatasets datasets,
        Caller caller,
        CancellationToken ct
    ) =>
        Given(
            datasets.Understand(question, caller),
            dataset => TypedResults.Stream(target => JsonStat.Write(target, dataset, datasets.Read(dataset, ct), ct), JsonStat.MediaType)
        );

    static Results<PushStreamHttpResult, ProblemHttpResult> SdmxOf(
        [AsParameters] DatasetQuestion question,
        FigureDatasets datasets,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        Given(
            datasets.Understand(question, caller),
            dataset =>
                TypedResults.Stream(
                    target => SdmxJson.Write(target, dataset, datasets.Read(dataset, ct), clock.GetUtcNow(), ct),
                    SdmxJson.MediaType
                )
        );

    static Results<PushStreamHttpResult, ProblemHttpResult> PackageOf(
        [AsParameters] DatasetQuestion question,
        FigureDatasets datasets,
        Caller caller,
        CancellationToken ct
    ) =>
        Given(
            datasets.Understand(question, caller),
            dataset =>
                TypedResults.Stream(
                    target =>
                        DataPackage.Write(
                            target,
                            $"danvan-figures-{dataset.Form.Code.ToLowerInvariant().Replace('_', '-')}",
                            dataset.Title,
                            DatasetTables.OfFigures(dataset, datasets.Read(dataset, ct)),
                            ct
                        ),
                    DataPackage.MediaType,
                    $"{dataset.Form.Code}-{question.FromYear}.zip"
                )
        );

    static Results<PushStreamHttpResult, ProblemHttpResult> Given(
        (Dataset? Dataset, Rejection? Refused) understood,
        Func<Dataset, PushStreamHttpResult> give
    ) => understood.Dataset is { } dataset ? give(dataset) : understood.Refused!.ToProblem();
}
