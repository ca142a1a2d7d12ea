using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Reporting.Tests.Sheets.Imports;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>How files of rows are written and read: CSV in both kinds, JSON, and what is neither.</summary>
public sealed class ImportFileSlices(ReportingRunning running)
{
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
}
