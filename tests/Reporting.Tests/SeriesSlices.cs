using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>A figure through a reorganisation, in three ways: Đồng Tháp (code 87) and Tiền Giang (82) became Đồng Tháp (82) on 1 July 2025.</summary>
public sealed class SeriesSlices(ReportingRunning running) : IClassFixture<ReportingRunning>
{
    static readonly DateOnly Cut = new(2025, 7, 1);

    readonly Guid oldDongThap = Guid.CreateVersion7();
    readonly Guid tienGiang = Guid.CreateVersion7();
    readonly Guid dongThap = Guid.CreateVersion7();
    readonly Guid commune = Guid.CreateVersion7();
    readonly Guid halves = Guid.CreateVersion7();
    readonly Guid left = Guid.CreateVersion7();
    readonly Guid right = Guid.CreateVersion7();

    [Fact]
    public async Task A_series_goes_on_over_a_merger_in_three_ways()
    {
        using var centre = running.Reporting.As(RootUnit.Id, "reporting.read", "reporting.write", "reporting.approve");
        await Reorganised(centre);
        // Models of groups (QC10) of the end of each year.
        await Year(centre, 2022, oldDongThap, 100);
        await Year(centre, 2022, tienGiang, 40);
        await Year(centre, 2022, commune, 7);
        await Year(centre, 2022, halves, 3);
        await Year(centre, 2024, oldDongThap, 90);
        await Year(centre, 2024, tienGiang, 50);
        await Year(centre, 2025, dongThap, 160);
        await Eventually.True(
            "all to be added up",
            () => running.Reporting.Database.Scalar<bool>("select not exists (select from figure_deltas)")
        );

        Assert.Equal([null, 160m], await Numbers(centre, "AS_WAS"));
        // The commune stood below Tiền Giang, and goes with it.
        Assert.Equal([147m, 160m], await Numbers(centre, "SUM_OF_PREDECESSORS"));
        Assert.Equal([147m, 160m], await Numbers(centre, "RESTATED_TO_CURRENT"));

        var restated = await centre.GetFromJsonAsync<JsonElement>(
            $"api/v1/figures/QC10/units?form=DANVAN&regime=STATE_ND09&kind=YEAR&year=2022&basis=SENT&tree=RESTATED&unitId={dongThap}"
        );
        Assert.Equal(147, NumberOf(restated.GetProperty("whole")));
        // The two provinces of then are its own part, the commune is below it; each owed one.
        Assert.Equal((2, 2), CoverageOf(restated.GetProperty("own")));
        Assert.Equal((1, 1), CoverageOf(restated.GetProperty("below")[0]));
        Assert.Equal(
            (3, 3),
            CoverageOf(
                await centre.GetFromJsonAsync<JsonElement>(
                    $"api/v1/figures?form=DANVAN&regime=STATE_ND09&kind=YEAR&year=2022&basis=SENT&tree=RESTATED&unitId={dongThap}"
                )
            )
        );
        Assert.Equal(
            [commune],
            Assert
                .Single(restated.GetProperty("below").EnumerateArray())
                .GetProperty("madeOf")
                .EnumerateArray()
                .Select(unit => unit.GetGuid())
        );
        // Beside the year before the merger: 20 more than both together, or more than nothing that anybody knows of.
        Assert.Equal((140m, 20m), await Compared(centre, "SUM_OF_PREDECESSORS"));
        Assert.Equal((140m, 20m), await Compared(centre, "RESTATED_TO_CURRENT"));
        Assert.Equal((null, null), await Compared(centre, "AS_WAS"));
        // What was split belongs to neither half.
        var half = await centre.GetFromJsonAsync<JsonElement>(
            $"api/v1/figures?form=DANVAN&regime=STATE_ND09&kind=YEAR&year=2022&basis=SENT&tree=RESTATED&unitId={left}"
        );
        Assert.Equal([halves], half.GetProperty("notRestatable").EnumerateArray().Select(unit => unit.GetGuid()));
        Assert.Equal(0, half.GetProperty("coverage").GetProperty("counted").GetInt32());
        // As it was, the old province is read as it was, and the new one was not there.
        Assert.Equal(HttpStatusCode.NotFound, (await centre.GetAsync(AsWas(dongThap))).StatusCode);
        Assert.Equal(47, NumberOf((await centre.GetFromJsonAsync<JsonElement>(AsWas(tienGiang))).GetProperty("figure")));

        static string AsWas(Guid unit) => $"api/v1/figures/QC10?form=DANVAN&regime=STATE_ND09&kind=YEAR&year=2022&basis=SENT&unitId={unit}";
    }

    async Task Reorganised(HttpClient centre)
    {
        var merged = ReplicaUnits.Unit(
            dongThap,
            RootUnit.Id,
            "PROVINCE",
            "PROVINCE",
            "Tỉnh Đồng Tháp",
            from: "2025-07-01",
            predecessor: tienGiang
        );
        merged["predecessors"]!.AsArray().Add(oldDongThap);
        var moved = ReplicaUnits.Commune(commune, tienGiang, 1);
        var before = moved["versions"]![0]!;
        before["to"] = $"{Cut:yyyy-MM-dd}";
        var after = before.DeepClone();
        (after["from"], after["to"], after["parentId"]) = ($"{Cut:yyyy-MM-dd}", null, dongThap);
        moved["versions"]!.AsArray().Add(after);
        await running.Reporting.Database.Record([
            ReplicaUnits.Unit(RootUnit.Id, null, "CENTRAL", "CENTRAL", "Trung ương"),
            ReplicaUnits.Unit(oldDongThap, RootUnit.Id, "PROVINCE", "PROVINCE", "Tỉnh Đồng Tháp", to: Cut),
            ReplicaUnits.Unit(tienGiang, RootUnit.Id, "PROVINCE", "PROVINCE", "Tỉnh Tiền Giang", to: Cut),
            merged,
            moved,
            ReplicaUnits.Unit(halves, RootUnit.Id, "PROVINCE", "PROVINCE", "Tỉnh chia đôi", to: Cut),
            ReplicaUnits.Unit(left, RootUnit.Id, "PROVINCE", "PROVINCE", "Nửa này", from: "2025-07-01", predecessor: halves),
            ReplicaUnits.Unit(right, RootUnit.Id, "PROVINCE", "PROVINCE", "Nửa kia", from: "2025-07-01", predecessor: halves),
        ]);
        await Eventually.True(
            "the units in memory",
            async () =>
                (
                    await centre.GetAsync(
                        $"api/v1/figures/QC10/series?form=DANVAN&regime=STATE_ND09&kind=YEAR&fromYear=2022&toYear=2022&unitId={dongThap}"
                    )
                ).IsSuccessStatusCode
        );
    }

    static async Task Year(HttpClient centre, int year, Guid unit, int groups)
    {
        using var opened = await centre.PostAsJsonAsync("api/v1/reports", Province.Opening(unit, "STATE_ND09", "YEAR", year));
        Assert.True(opened.IsSuccessStatusCode, await opened.Content.ReadAsStringAsync());
        var report = (await opened.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Change(
            centre,
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = new[]
                {
                    new
                    {
                        code = "QC10",
                        state = "REPORTED",
                        number = groups,
                    },
                },
            }
        );
        await Change(centre, HttpMethod.Post, report, "submission", null);
    }

    static async Task Change(HttpClient centre, HttpMethod method, Guid report, string what, object? body)
    {
        using var read = await centre.GetAsync($"api/v1/reports/{report}");
        using var request = new HttpRequestMessage(method, $"api/v1/reports/{report}/{what}");
        request.Headers.IfMatch.Add(read.Headers.ETag!);
        if (body is not null)
            request.Content = JsonContent.Create(body);
        using var answer = await centre.SendAsync(request);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<decimal?[]> Numbers(HttpClient centre, string mode)
    {
        var series = await centre.GetFromJsonAsync<JsonElement>(
            $"api/v1/figures/QC10/series?form=DANVAN&regime=STATE_ND09&kind=YEAR&fromYear=2022&toYear=2025&unitId={dongThap}&mode={mode}&basis=SENT"
        );
        var points = series.GetProperty("points").EnumerateArray().ToList();
        Assert.Equal(4, points.Count);
        return [NumberIn(points[0]), NumberIn(points[3])];

        static decimal? NumberIn(JsonElement point) =>
            point.TryGetProperty("figure", out var figure) && figure.ValueKind is JsonValueKind.Object ? NumberOf(figure) : null;
    }

    async Task<(decimal? Before, decimal? Difference)> Compared(HttpClient centre, string mode)
    {
        var compared = await centre.GetFromJsonAsync<JsonElement>(
            $"api/v1/figures/comparison?form=DANVAN&regime=STATE_ND09&kind=YEAR&year=2025&unitId={dongThap}&mode={mode}&basis=SENT"
        );
        var cell = compared.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("code").GetString() == "QC10");
        return (Known(cell.GetProperty("before"), "number"), Known(cell, "difference"));

        static decimal? Known(JsonElement of, string member) =>
            of.TryGetProperty(member, out var number) && number.ValueKind is JsonValueKind.Number ? number.GetDecimal() : null;
    }

    static (int Expected, int Counted) CoverageOf(JsonElement of)
    {
        var coverage = of.GetProperty("coverage");
        return (coverage.GetProperty("expected").GetInt32(), coverage.GetProperty("counted").GetInt32());
    }

    static decimal NumberOf(JsonElement figure) => figure.GetProperty("value").GetProperty("number").GetDecimal();
}
