using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>The cells of many reports at once, over HTTP.</summary>
public sealed class ImportSlices(ReportingRunning running) : IClassFixture<ReportingRunning>
{
    const string Header = "form,regime,periodKind,year,index,unit,indicator,state,number,text,reason";

    [Fact]
    public async Task A_dry_run_answers_row_by_row_and_the_other_opens_and_enters()
    {
        await using var province = await Province.Founded(running);
        var csv = Csv(
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,12,,",
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},NX01,,,\"Kết quả, hai dòng\nvà \"\"nháy\"\"\",",
            $"TTCP_TCD,TTCP_06_2025,QUARTER,2026,1,{province.OtherCommune},TCD01,UNSPECIFIED,,,"
        );

        var dry = await Post(province.Clerk, csv, query: "?dryRun=true");
        Assert.Equal((HttpStatusCode.OK, (3, 0, 0, 2)), (dry.Status, Counts(dry.Body)));
        Assert.Equal(0, await Reports(province));

        var real = await Post(province.Clerk, csv);
        Assert.Equal((3, 0, 0, 2), Counts(real.Body));
        Assert.Equal(2, await Reports(province));
        var report = await province.Open(province.Commune, "YEAR", 2024);
        Assert.Equal(report, real.Body.GetProperty("rows")[0].GetProperty("reportId").GetGuid());
        Assert.Equal(12, (await province.Cell(report, "QC01")).GetProperty("value").GetProperty("number").GetInt32());
        Assert.Equal(
            "Kết quả, hai dòng\nvà \"nháy\"",
            (await province.Cell(report, "NX01")).GetProperty("value").GetProperty("text").GetString()
        );

        var again = await Post(province.Clerk, csv);
        Assert.Equal((0, 3, 0, 0), Counts(again.Body));
        Assert.Equal(2L, await running.Reporting.Database.Scalar<long>("select count(*) from cell_entries where report_id = $1", report));
    }

    [Fact]
    public async Task With_one_row_refused_nothing_is_entered_unless_the_rest_is_wanted()
    {
        await using var province = await Province.Founded(running);
        await using var neighbour = await Province.Founded(running);
        string[] rows =
        [
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,12,,",
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC04,REPORTED,1.5,,",
            $"DANVAN,STATE_ND09,YEAR,2024,,{neighbour.Commune},QC01,REPORTED,1,,",
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,13,,",
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},DT01,REPORTED,13,,",
            $"DANVAN,STATE_ND09,DECADE,2024,,{province.Commune},QC01,REPORTED,13,,",
            $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},XX,REPORTED,13,,",
            $"NONE,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,13,,",
        ];

        var refused = await Post(province.Clerk, Csv(rows));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(
            Enumerable.Range(3, 7).Select(row => $"row {row}"),
            refused.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name)
        );
        Assert.Equal(0, await Reports(province));

        var partial = await Post(province.Clerk, Csv(rows), query: "?partial=true");
        Assert.Equal((1, 0, 7, 1), Counts(partial.Body));
        Assert.Equal(
            ["number", "unit", "indicator", "reason", "periodKind", "indicator", "form"],
            partial
                .Body.GetProperty("rows")
                .EnumerateArray()
                .Skip(1)
                .Select(row => row.GetProperty("fault").GetProperty("field").GetString())
        );
        Assert.Equal(1, await Reports(province));
        Assert.Equal(0, await Reports(neighbour));
    }

    [Fact]
    public async Task Semicolons_go_with_Vietnamese_numbers_and_a_byte_order_mark_does_not_matter()
    {
        await using var province = await Province.Founded(running);
        var local = $"\ufeff{Header}\nDANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,,1.234,,\n".Replace(',', ';');
        var machine = Csv($"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,,1.234,,");

        Assert.Equal((1, 0, 0, 1), Counts((await Post(province.Clerk, local)).Body));
        var report = await province.Open(province.Commune, "YEAR", 2024);
        Assert.Equal(1234, (await province.Cell(report, "QC01")).GetProperty("value").GetProperty("number").GetInt32());
        Assert.Equal(HttpStatusCode.BadRequest, (await Post(province.Clerk, machine)).Status);
    }

    [Fact]
    public async Task A_unit_may_be_named_by_the_code_that_it_bore_at_the_end_of_the_period()
    {
        await using var province = await Province.Founded(running);
        var (unit, code) = (Guid.CreateVersion7(), $"{Guid.CreateVersion7():N}");
        UnitRecorded recorded = new(
            unit,
            "CREATE",
            new(2000, 1, 1),
            "Nghị quyết thử nghiệm",
            [],
            [new(new(2000, 1, 1), null, "Mã", "Xã có mã", "COMMUNE", "COMMUNE", province.Id, "ADMINISTRATIVE", code)]
        );
        await province.Publisher.Send(Publisher.Of(unit, $"unit/{unit}", recorded));
        var csv = Csv($"DANVAN,STATE_ND09,YEAR,2024,,ADMINISTRATIVE:{code},QC01,REPORTED,12,,");

        await Eventually.True(
            "the code to be known",
            async () => Counts((await Post(province.Clerk, csv, "?dryRun=true")).Body).Entered == 1
        );
        var other = await Post(province.Clerk, csv.Replace("ADMINISTRATIVE", "QD20", StringComparison.Ordinal), "?dryRun=true");

        Assert.Equal((1, 0, 0, 1), Counts((await Post(province.Clerk, csv)).Body));
        Assert.Equal(
            12,
            (await province.Cell(await province.Open(unit, "YEAR", 2024), "QC01")).GetProperty("value").GetProperty("number").GetInt32()
        );
        Assert.Equal("unit", other.Body.GetProperty("rows")[0].GetProperty("fault").GetProperty("field").GetString());
    }

    [Fact]
    public async Task As_JSON_it_is_the_same()
    {
        await using var province = await Province.Founded(running);
        object Row(string code, object? number, string kind = "YEAR") =>
            new
            {
                form = "DANVAN",
                regime = "STATE_ND09",
                periodKind = kind,
                year = 2024,
                unit = province.Commune,
                indicator = code,
                state = "REPORTED",
                number,
            };

        var wrong = await PostJson(
            province.Clerk,
            JsonSerializer.Serialize(new[] { Row("QC01", 3), Row("QC01", "3"), Row("QC04", 4, "DECADE") }),
            "?dryRun=true"
        );
        Assert.Equal((1, 0, 2, 1), Counts(wrong.Body));
        Assert.Equal((1, 0, 0, 1), Counts((await PostJson(province.Clerk, JsonSerializer.Serialize(new[] { Row("QC01", 3) }))).Body));
        foreach (var none in new[] { "{}", "[", "", "[]", "null", "\"x\"", "[{\"form\":\"\\uD800\"}]", "[1]" })
        {
            var answer = await PostJson(province.Clerk, none);
            Assert.True(answer.Status == HttpStatusCode.BadRequest, $"{none}: {answer.Status}");
        }
    }

    [Fact]
    public async Task What_is_exported_changes_nothing_when_it_is_imported_and_holds_no_formula()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 1)));
        await province.HasFacts(1);
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
                        code = "QC01",
                        state = "REPORTED",
                        number = 0,
                    },
                    new { code = "QC04", state = "NOT_APPLICABLE" },
                    new
                    {
                        code = "NX01",
                        state = "REPORTED",
                        text = "=HYPERLINK(\"http://x\"),\ndòng hai",
                    },
                    new
                    {
                        code = "DT01",
                        state = "REPORTED",
                        number = 2,
                        reason = "@một đơn",
                    },
                },
            }
        );

        var csv = await province.Clerk.GetStringAsync($"api/v1/reports/{report}/cells.csv");
        var back = await Post(province.Clerk, csv);

        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\"),", csv, StringComparison.Ordinal);
        Assert.Contains(",'@một đơn,", csv, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, back.Status);
        Assert.Equal((0, 0, 0), (Counts(back.Body).Entered, Counts(back.Body).Refused, Counts(back.Body).Opened));
    }

    [Fact]
    public async Task A_report_that_was_sent_takes_no_rows()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await province.Change(HttpMethod.Post, report, "submission");

        var answer = await Post(province.Clerk, Csv($"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,1,,"), "?dryRun=true");

        var row = Assert.Single(answer.Body.GetProperty("rows").EnumerateArray());
        Assert.Equal(("REFUSED", report), (row.GetProperty("outcome").GetString(), row.GetProperty("reportId").GetGuid()));
    }

    [Theory]
    [InlineData("", "reporting.import-empty")]
    [InlineData(Header, "reporting.import-empty")]
    [InlineData("form,regime\nx,y", "reporting.import-wrong-header")]
    [InlineData(Header + ",more\n", "reporting.import-wrong-header")]
    [InlineData(Header + ",form\n", "reporting.import-wrong-header")]
    [InlineData(Header + "\nDAN\"VAN\",,,,,,,,,,\n", "reporting.import-not-csv")]
    [InlineData(Header + "\n\"open,,,,,,,,,,\n", "invalid-request")]
    public async Task A_file_that_cannot_be_read_is_told_why(string csv, string code)
    {
        var province = await running.Shared();

        var answer = await Post(province.Clerk, csv);

        Assert.Equal((HttpStatusCode.BadRequest, code), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task What_is_no_UTF_8_and_what_is_too_long_is_told()
    {
        var province = await running.Shared();
        var row = $"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,1,,\n";

        var latin = await Send(province.Clerk, [.. Encoding.UTF8.GetBytes(Header), (byte)'\n', 0xC3, 0x28], "text/csv", "");
        var long_ = await Post(province.Clerk, Header + "\n" + string.Concat(Enumerable.Repeat(row, 10_001)));

        Assert.Equal("reporting.import-not-utf-8", latin.Body.GetProperty("code").GetString());
        Assert.Equal("reporting.import-too-many-rows", long_.Body.GetProperty("code").GetString());
    }

    [Fact]
    public async Task It_asks_for_a_key_and_repeats_its_answer()
    {
        await using var province = await Province.Founded(running);
        var csv = Encoding.UTF8.GetBytes(Csv($"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,1,,"));

        Assert.Equal(HttpStatusCode.BadRequest, (await Send(province.Clerk, csv, "text/csv", "", key: null)).Status);
        var first = await Send(province.Clerk, csv, "text/csv", "", key: "mot-lan");
        var second = await Send(province.Clerk, csv, "text/csv", "", key: "mot-lan");
        Assert.Equal((1, 0, 0, 1), Counts(first.Body));
        Assert.Equal(first.Body.GetRawText(), second.Body.GetRawText());
    }

    static string Csv(params string[] rows) => $"{Header}\n{string.Join('\n', rows)}\n";

    static Task<(HttpStatusCode Status, JsonElement Body)> Post(HttpClient client, string csv, string query = "") =>
        Send(client, Encoding.UTF8.GetBytes(csv), "text/csv", query);

    static Task<(HttpStatusCode Status, JsonElement Body)> PostJson(HttpClient client, string json, string query = "") =>
        Send(client, Encoding.UTF8.GetBytes(json), "application/json", query);

    static Task<(HttpStatusCode Status, JsonElement Body)> Send(HttpClient client, byte[] body, string type, string query) =>
        Send(client, body, type, query, $"{Guid.CreateVersion7()}");

    static async Task<(HttpStatusCode Status, JsonElement Body)> Send(
        HttpClient client,
        byte[] body,
        string type,
        string query,
        string? key
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/reports/imports{query}");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    static (int Entered, int Unchanged, int Refused, int Opened) Counts(JsonElement body)
    {
        return (Of("entered"), Of("unchanged"), Of("refused"), Of("reportsOpened"));

        int Of(string name) => body.GetProperty(name).GetInt32();
    }

    Task<long> Reports(Province province) =>
        running.Reporting.Database.Scalar<long>(
            "select count(*) from reports where unit_id in ($1, $2) and regime <> 'ADHOC'",
            province.Commune,
            province.OtherCommune
        );
}
