using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using static DanVan.Reporting.Tests.Exchange.Readers;

namespace DanVan.Reporting.Tests.Exchange;

/// <summary>Figures and reports in the formats of others, as programs of others read them.</summary>
public sealed class ExchangeSlices(ReportingRunning running)
{
    internal const string Question = "form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&fromYear=2026&index=1&basis=SENT";
    const string Period = "2026-QUARTER-1";

    [Fact]
    public async Task Figures_are_a_JSON_stat_dataset_with_each_kind_of_no_number()
    {
        await using var province = await Province.Founded(running);
        await Told(province);

        var read = await JsonStat(province.Clerk, $"api/v1/figures/dataset.jsonstat?{Question}");

        Assert.Equal("dataset", read.GetProperty("class").GetString());
        Assert.Equal(["period", "unit", "indicator"], Texts(read.GetProperty("id")));
        Assert.Equal([1, 3], read.GetProperty("size").EnumerateArray().Select(size => size.GetInt32()).Take(2));
        var roles = read.GetProperty("roles");
        Assert.Equal(["period"], Texts(roles.GetProperty("time")));
        Assert.Equal(["unit"], Texts(roles.GetProperty("geo")));
        Assert.Equal(["indicator"], Texts(roles.GetProperty("metric")));
        Assert.Equal(["Quý I năm 2026"], Texts(read.GetProperty("labels").GetProperty("period")));
        Assert.Equal((12, "AT_LEAST"), Value(province.Id, "TCD01"));
        Assert.Equal((5, null), Value(province.Commune, "TCD01"));
        Assert.Equal((null, "UNSPECIFIED"), Value(province.OtherCommune, "TCD01"));
        Assert.Equal((null, "NOT_APPLICABLE"), Value(province.Commune, "TCD02"));
        Assert.Equal((null, "NOT_REPORTED"), Value(province.Commune, "XLD01"));
        foreach (var unit in (Guid[])[province.Id, province.Commune, province.OtherCommune])
            await IsAsRead(province, unit, read.GetProperty("rows"));

        (decimal?, string?) Value(Guid unit, string indicator) => ValueOf(read.GetProperty("rows"), unit, indicator);
    }

    [Fact]
    public async Task Figures_are_a_data_package_that_keeps_its_schema_and_its_keys()
    {
        await using var province = await Province.Founded(running);
        await Told(province);

        var read = await Package(province.Clerk, $"api/v1/figures/dataset.zip?{Question}&indicator=TCD01&indicator=TCD02");

        Assert.True(read.GetProperty("valid").GetBoolean(), read.GetProperty("errors").ToString());
        Assert.True(read.GetProperty("tabular").GetBoolean());
        var rows = read.GetProperty("rows");
        Assert.Equal((6, 1, 3, 2), (Count("figures"), Count("periods"), Count("units"), Count("indicators")));
        var whole = Row(rows.GetProperty("figures"), ("unit", $"{province.Id}"), ("indicator", "TCD01"));
        Assert.Equal(12, whole.GetProperty("number").GetDecimal());
        Assert.True(whole.GetProperty("atLeast").GetBoolean());
        Assert.Equal((2, 1), (whole.GetProperty("reported").GetInt32(), whole.GetProperty("unspecified").GetInt32()));
        var none = Row(rows.GetProperty("figures"), ("unit", $"{province.Commune}"), ("indicator", "TCD02"));
        Assert.Equal(("NOT_APPLICABLE", JsonValueKind.Null), (none.GetProperty("state").GetString(), none.GetProperty("number").ValueKind));
        Assert.StartsWith("2026-03-14", Row(rows.GetProperty("periods"), ("id", Period)).GetProperty("to").GetString());

        int Count(string table) => rows.GetProperty(table).GetArrayLength();
    }

    [Fact]
    public async Task A_report_is_both_and_its_text_is_no_formula()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await province.Change(
            HttpMethod.Put,
            report,
            "cells",
            new
            {
                cells = new object[]
                {
                    new
                    {
                        code = "QC10",
                        state = "REPORTED",
                        number = 12,
                    },
                    new { code = "QC01", state = "UNSPECIFIED" },
                    new
                    {
                        code = "NX01",
                        state = "REPORTED",
                        text = "=HYPERLINK(\"http://x\")",
                    },
                    new
                    {
                        code = "DT01",
                        state = "REPORTED",
                        number = 7,
                        reason = "Theo sổ, “gốc”, dòng 1.\nDòng 2.",
                    },
                },
            }
        );

        var numbers = (await JsonStat(province.Clerk, $"api/v1/reports/{report}/dataset.jsonstat")).GetProperty("rows");
        var package = await Package(province.Clerk, $"api/v1/reports/{report}/dataset.zip");

        Assert.Equal((12, null), ValueOf(numbers, province.Commune, "QC10"));
        Assert.Equal((null, "UNSPECIFIED"), ValueOf(numbers, province.Commune, "QC01"));
        Assert.DoesNotContain(numbers.EnumerateArray(), row => row.GetProperty("indicator").GetString() == "NX01");
        Assert.True(package.GetProperty("valid").GetBoolean(), package.GetProperty("errors").ToString());
        var cells = package.GetProperty("rows").GetProperty("cells");
        Assert.Equal(12, Row(cells, ("indicator", "QC10")).GetProperty("number").GetDecimal());
        Assert.Equal("'=HYPERLINK(\"http://x\")", Row(cells, ("indicator", "NX01")).GetProperty("text").GetString());
        Assert.Equal("Theo sổ, “gốc”, dòng 1.\nDòng 2.", Row(cells, ("indicator", "DT01")).GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_neighbours_are_not_there_and_what_is_too_large_is_said_to_be()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        await using var small = await running.Reporting.Replica(new Dictionary<string, string> { ["Exchange__Values"] = "1000" });
        var report = await province.Open(province.Commune, "YEAR", 2024);
        using var commune = province.ClientOf(province.Commune);
        using var clerk = small.As(province.Id, "reporting.read");
        foreach (var format in (string[])["jsonstat", "zip"])
        {
            foreach (var client in (HttpClient[])[neighbour.Clerk, commune])
                Assert.Equal(
                    HttpStatusCode.NotFound,
                    (await Asked(client, $"figures/dataset.{format}?{Question}&unitId={province.Id}")).Status
                );
            Assert.Equal(HttpStatusCode.NotFound, (await Asked(neighbour.Clerk, $"reports/{report}/dataset.{format}")).Status);
            Assert.Equal(
                (HttpStatusCode.BadRequest, "reporting.no-such-indicator"),
                await Asked(commune, $"figures/dataset.{format}?{Question}&indicator=TCD99")
            );
            Assert.Equal(
                (HttpStatusCode.BadRequest, "reporting.no-such-period"),
                await Asked(commune, $"figures/dataset.{format}?{Question.Replace("index=1", "index=9", StringComparison.Ordinal)}")
            );
            Assert.Equal(
                (HttpStatusCode.BadRequest, "reporting.dataset-too-large"),
                await Asked(clerk, $"figures/dataset.{format}?form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER&fromYear=2026&toYear=2040")
            );
            Assert.Equal(HttpStatusCode.OK, (await Asked(clerk, $"figures/dataset.{format}?{Question}")).Status);
        }

        static async Task<(HttpStatusCode Status, string? Code)> Asked(HttpClient client, string address)
        {
            using var answer = await client.GetAsync($"api/v1/{address}");
            return (
                answer.StatusCode,
                answer.IsSuccessStatusCode ? null : (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString()
            );
        }
    }

    /// <summary>The province says 7, a commune 5, the other "some".</summary>
    internal static async Task Told(Province province)
    {
        var visits = new Visits(province);
        await visits.Send(province.Id, 7);
        await visits.Send(province.Commune, 5, ("TCD02", "NOT_APPLICABLE"));
        await visits.Send(province.OtherCommune, null, ("TCD01", "UNSPECIFIED"));
        await visits.Become(12, "SENT");
        await visits.AllCount("SENT");
    }

    /// <summary>Every value is the one that the figures themselves say.</summary>
    static async Task IsAsRead(Province province, Guid unit, JsonElement rows)
    {
        var figures = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{Visits.Quarter}&basis=SENT&unitId={unit}");
        foreach (var cell in figures.GetProperty("cells").EnumerateArray())
        {
            var (value, code) = (cell.GetProperty("value"), cell.GetProperty("code").GetString()!);
            var number = Corrections.Has(value, "number") ? value.GetProperty("number").GetDecimal() : (decimal?)null;
            var status =
                number is null ? value.GetProperty("state").GetString()
                : cell.GetProperty("atLeast").GetBoolean() ? "AT_LEAST"
                : null;
            Assert.Equal((code, number, status), (code, ValueOf(rows, unit, code).Number, ValueOf(rows, unit, code).Status));
        }
    }

    static (decimal? Number, string? Status) ValueOf(JsonElement rows, Guid unit, string indicator)
    {
        var row = Row(rows, ("unit", $"{unit}"), ("indicator", indicator));
        return (
            row.GetProperty("value").ValueKind is JsonValueKind.Null ? null : row.GetProperty("value").GetDecimal(),
            row.GetProperty("status").GetString()
        );
    }

    static string[] Texts(JsonElement list) => [.. list.EnumerateArray().Select(text => text.GetString()!)];
}
