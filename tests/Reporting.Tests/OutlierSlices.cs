using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Reporting.Tests;

/// <summary>Figures that stand out against the unit's own earlier periods, over HTTP.</summary>
public sealed class OutlierSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_figure_that_stands_out_is_told_with_the_numbers_that_say_so()
    {
        await using var province = await Province.Founded(running);
        foreach (var (year, number) in new[] { (2020, 12), (2021, 10), (2022, 11), (2023, 13) })
            await Sent(province, year, number, others: 100);
        var report = await Sent(province, 2024, 60, others: 101, send: false);

        var answer = await Outliers(province.Clerk, report);

        // Every number is held against the years before; but for QC01 all were the same each year.
        var numbers = (await province.Cells(report)).GetProperty("cells").EnumerateArray().Count(IsExamined);
        Assert.Equal((numbers, numbers - 1), (answer.GetProperty("examined").GetInt32(), answer.GetProperty("withoutScore").GetInt32()));
        Assert.Equal(3.5m, answer.GetProperty("rule").GetProperty("threshold").GetDecimal());
        var outlier = Assert.Single(answer.GetProperty("outliers").EnumerateArray());
        Assert.Equal(("QC01", 60), (outlier.GetProperty("code").GetString(), outlier.GetProperty("value").GetInt32()));
        var deviation = outlier.GetProperty("deviation");
        Assert.Equal(["FAR_FROM_MEDIAN", "JUMP"], deviation.GetProperty("reasons").EnumerateArray().Select(one => one.GetString()));
        // Median 11.5, distances 1.5 0.5 0.5 1.5: 0.6745 · 48.5 / 1.
        Assert.Equal((11.5m, 1m, 32.71m, 13m, 4.62m), (Of("median"), Of("medianDeviation"), Of("score"), Of("previous"), Of("ratio")));
        Assert.Equal(
            [(2023, 13), (2022, 11), (2021, 10), (2020, 12)],
            outlier
                .GetProperty("history")
                .EnumerateArray()
                .Select(one => (one.GetProperty("period").GetProperty("year").GetInt32(), one.GetProperty("value").GetInt32()))
        );

        decimal Of(string member) => deviation.GetProperty(member).GetDecimal();
        bool IsExamined(JsonElement cell) => Corrections.Has(cell.GetProperty("value"), "number") && !Corrections.Has(cell, "parts");
    }

    [Fact]
    public async Task Only_what_was_sent_for_earlier_periods_of_the_kind_counts_and_a_correction_in_work_does_not()
    {
        await using var province = await Province.Founded(running);
        var first = await Sent(province, 2022, 10);
        await province.Change(HttpMethod.Post, first, "approval");
        await province.Change(HttpMethod.Post, first, "correction", new { reason = "Sai một ô." });
        await Corrections.Enter(province, first, 99);
        await Sent(province, 2023, 1, send: false);
        await Sent(province, 2025, 2);
        var report = await Sent(province, 2024, 30);

        var outlier = Assert.Single((await Outliers(province.Clerk, report)).GetProperty("outliers").EnumerateArray());

        Assert.Equal(10, Assert.Single(outlier.GetProperty("history").EnumerateArray()).GetProperty("value").GetInt32());
        Assert.Equal(["JUMP"], outlier.GetProperty("deviation").GetProperty("reasons").EnumerateArray().Select(one => one.GetString()));
    }

    [Fact]
    public async Task A_neighbour_finds_none()
    {
        await using var province = await Province.Founded(running);
        var report = await Sent(province, 2024, 30);
        using var neighbour = province.ClientOf(province.OtherCommune);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/reports/{report}/outliers")).StatusCode);
    }

    static async Task<Guid> Sent(Province province, int year, int number, int? others = null, bool send = true)
    {
        var report = await province.Open(province.Commune, "YEAR", year);
        await Corrections.Enter(province, report, number);
        if (others is { } other)
            await Corrections.Enter(province, report, other, "QC04");
        if (send)
            await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    static Task<JsonElement> Outliers(HttpClient client, Guid report) =>
        client.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/outliers");
}
