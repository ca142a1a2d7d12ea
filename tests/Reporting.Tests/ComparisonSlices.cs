using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>Numbers beside those of the same period last year, of the period before, and of the shorter periods that make one up.</summary>
public sealed class ComparisonSlices(ReportingRunning running)
{
    /// <summary>Ninh Thuận, first half of 2020 beside that of 2019, as published: 146 visits, 127 people, 7 groups and 166 people in them fewer.</summary>
    [Fact]
    public async Task A_report_tells_how_much_more_or_less_than_in_the_same_period_last_year()
    {
        await using var province = await Province.Founded(running);
        var before = await FirstHalf(province, 2019, ("TCD01", 1_012), ("TCD02", 1_091), ("TCD04", 12), ("TCD04.N", 241), ("TCD03.CU", 0));
        await province.Change(HttpMethod.Post, before, "submission");
        var report = await FirstHalf(province, 2020, ("TCD01", 866), ("TCD02", 964), ("TCD04", 5), ("TCD04.N", 75), ("TCD03.CU", 4));

        var compared = await Comparison(province, report);

        Assert.Equal(2019, compared.GetProperty("before").GetProperty("year").GetInt32());
        Assert.Equal(
            [("TCD01", -146m, -0.1443m), ("TCD02", -127m, -0.1164m), ("TCD04", -7m, -0.5833m), ("TCD04.N", -166m, -0.6888m)],
            Cells(compared).Where(cell => cell.Change is not null).Select(cell => (cell.Code, cell.Difference!.Value, cell.Change!.Value))
        );
        // Of nothing there is no share.
        Assert.Equal(
            (4m, null),
            Cells(compared).Where(cell => cell.Code == "TCD03.CU").Select(cell => (cell.Difference, cell.Change)).Single()
        );
        Assert.DoesNotContain(Cells(compared), cell => cell.Code == "XLD01" && cell.Difference is not null);
    }

    [Fact]
    public async Task A_report_of_which_nothing_was_sent_before_is_held_against_nothing()
    {
        await using var province = await Province.Founded(running);
        // Entered, and not sent.
        await FirstHalf(province, 2019, ("TCD01", 1_012));
        var report = await FirstHalf(province, 2020, ("TCD01", 866));

        var compared = await Comparison(province, report);

        Assert.False(compared.TryGetProperty("before", out var before) && before.ValueKind is not JsonValueKind.Null);
        Assert.DoesNotContain(Cells(compared), cell => cell.Difference is not null);
        await using var neighbour = await Province.Founded(running);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Clerk.GetAsync($"api/v1/reports/{report}/comparison")).StatusCode);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await province.Clerk.GetAsync($"api/v1/reports/{report}/comparison?with=NEVER")).StatusCode
        );
    }

    [Fact]
    public async Task Two_quarters_come_to_the_half_year_beside_what_was_reported_for_it()
    {
        await using var province = await Province.Founded(running);
        var asked = $"{Half}&of=QUARTER&basis=SENT&unitId={province.Commune}";
        await Send(province, "QUARTER", 1, ("XLD01", 10), ("XLD02", 20), ("XLD03", 25), ("XLD04", 5));
        await Eventually.True("the first quarter", async () => Number(await OverTime(province, asked), "XLD02") == 20);
        Assert.False((await OverTime(province, asked)).GetProperty("complete").GetBoolean());

        await Send(province, "QUARTER", 2, ("XLD01", 5), ("XLD02", 22), ("XLD03", 20), ("XLD04", 7));
        await Send(province, "HALF_YEAR", null, ("XLD01", 10), ("XLD02", 43), ("XLD03", 46), ("XLD04", 7));
        await Eventually.True("all of them", async () => Difference(await OverTime(province, asked), "XLD02") == 1);

        var half = await OverTime(province, asked);
        Assert.True(half.GetProperty("complete").GetBoolean());
        Assert.Equal(
            [1, 2],
            half.GetProperty("parts").EnumerateArray().Select(part => part.GetProperty("period").GetProperty("index").GetInt32())
        );
        // Brought over at the beginning, left at the end; the half-year tells one paper more, as received and as dealt with.
        Assert.Equal(
            [(10m, 0m), (42m, 1m), (45m, 1m), (7m, 0m)],
            new[] { "XLD01", "XLD02", "XLD03", "XLD04" }.Select(code => (Number(half, code), Difference(half, code)))
        );
        // Approved is none of them.
        var approved = await OverTime(province, asked.Replace("SENT", "APPROVED", StringComparison.Ordinal));
        Assert.All(
            approved.GetProperty("parts").EnumerateArray(),
            part => Assert.Equal(0, part.GetProperty("coverage").GetProperty("counted").GetInt32())
        );
    }

    [Fact]
    public async Task A_figure_tells_how_much_more_or_less_than_in_the_period_before_and_on_how_many_reports_both_stand()
    {
        await using var province = await Province.Founded(running);
        await Send(province, "QUARTER", 1, ("XLD02", 20));
        await Send(province, "QUARTER", 2, ("XLD02", 22));
        const string asked =
            "api/v1/figures/comparison?with=PERIOD_BEFORE&form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&year=2026&index=2";
        await Eventually.True(
            "both quarters",
            async () => Cells(await Read(province.Clerk, $"{asked}&basis=SENT")).Single(cell => cell.Code == "XLD02").Difference == 2
        );

        var compared = await Read(province.Clerk, $"{asked}&basis=SENT");

        Assert.Equal(0.1m, Cells(compared).Single(cell => cell.Code == "XLD02").Change);
        Assert.All(
            new[] { "now", "before" },
            side =>
            {
                var coverage = compared.GetProperty(side).GetProperty("coverage");
                Assert.Equal((3, 1), (coverage.GetProperty("expected").GetInt32(), coverage.GetProperty("counted").GetInt32()));
            }
        );
        Assert.All(Cells(await Read(province.Clerk, asked)), cell => Assert.Null(cell.Difference));
    }

    [Theory]
    [InlineData($"over-time?{Half}&of=NINE_MONTHS", "of")]
    [InlineData($"over-time?{Half}&of=HALF_YEAR", "of")]
    [InlineData("over-time?form=TTCP_TCD&regime=TTCP_06_2025&kind=YEAR&year=2025&of=QUARTER", "of")]
    [InlineData("comparison?form=TTCP_TCD&regime=TTCP_06_2025&kind=YEAR&year=2025", "with")]
    [InlineData("comparison?form=NONE&regime=TTCP_06_2025&kind=YEAR&year=2026", "form")]
    public async Task What_cannot_be_put_together_or_compared_is_refused_by_its_field(string asked, string field)
    {
        await using var province = await Province.Founded(running);
        using var answer = await province.Clerk.GetAsync($"api/v1/figures/{asked}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(field, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").EnumerateObject().Single().Name);
    }

    [Theory]
    [InlineData($"over-time?{Half}&of=QUARTER")]
    [InlineData("comparison?with=PERIOD_BEFORE&form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&year=2026&index=2")]
    public async Task A_neighbour_has_no_figures_of_it(string asked)
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        Assert.Equal(HttpStatusCode.OK, (await province.Clerk.GetAsync($"api/v1/figures/{asked}&unitId={province.Commune}")).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.Clerk.GetAsync($"api/v1/figures/{asked}&unitId={province.Commune}")).StatusCode
        );
    }

    const string Half = "form=TTCP_TCD&regime=TTCP_06_2025&kind=HALF_YEAR&year=2026";

    /// <summary>The first half of a year as the older regimes had it.</summary>
    static async Task<Guid> FirstHalf(Province province, int year, params (string Code, int Number)[] cells)
    {
        using var answer = await province.Clerk.PostAsJsonAsync(
            "api/v1/reports",
            Province.Opening(province.Commune, "ADHOC", "AD_HOC", year, 1, $"{year - 1}-12-15", $"{year}-06-14", "TTCP_TCD")
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        var report = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        await Enter(province, report, cells);
        return report;
    }

    static async Task Send(Province province, string kind, int? index, params (string Code, int Number)[] cells)
    {
        var report = await province.Open(province.Commune, kind, 2026, index, "TTCP_06_2025", "TTCP_TCD");
        await Enter(province, report, cells);
        await province.Change(HttpMethod.Post, report, "submission");
    }

    static Task<JsonElement> Enter(Province province, Guid report, (string Code, int Number)[] cells) =>
        province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = cells.Select(cell => new
                {
                    code = cell.Code,
                    state = "REPORTED",
                    number = cell.Number,
                }),
            }
        );

    static Task<JsonElement> Comparison(Province province, Guid report) => Read(province.Clerk, $"api/v1/reports/{report}/comparison");

    static Task<JsonElement> OverTime(Province province, string asked) => Read(province.Clerk, $"api/v1/figures/over-time?{asked}");

    static Task<JsonElement> Read(HttpClient client, string path) => client.GetFromJsonAsync<JsonElement>(path);

    static IEnumerable<(string Code, decimal? Difference, decimal? Change)> Cells(JsonElement compared) =>
        from cell in compared.GetProperty("cells").EnumerateArray()
        select (cell.GetProperty("code").GetString()!, In(cell, "difference"), In(cell, "change"));

    static decimal? Number(JsonElement joined, string code) => In(Cell(joined, code).GetProperty("figure").GetProperty("value"), "number");

    static decimal? Difference(JsonElement joined, string code) => In(Cell(joined, code), "difference");

    static JsonElement Cell(JsonElement joined, string code) =>
        joined.GetProperty("cells").EnumerateArray().Single(cell => cell.GetProperty("figure").GetProperty("code").GetString() == code);

    static decimal? In(JsonElement of, string member) =>
        of.TryGetProperty(member, out var number) && number.ValueKind is JsonValueKind.Number ? number.GetDecimal() : null;
}
