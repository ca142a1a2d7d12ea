using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Reporting.Tests.Sheets.Imports;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>The cells of many reports at once, over HTTP: what comes of each row.</summary>
public sealed class ImportSlices(ReportingRunning running)
{
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
    public async Task A_report_that_was_sent_takes_no_rows()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await province.Change(HttpMethod.Post, report, "submission");

        var answer = await Post(province.Clerk, Csv($"DANVAN,STATE_ND09,YEAR,2024,,{province.Commune},QC01,REPORTED,1,,"), "?dryRun=true");

        var row = Assert.Single(answer.Body.GetProperty("rows").EnumerateArray());
        Assert.Equal(("REFUSED", report), (row.GetProperty("outcome").GetString(), row.GetProperty("reportId").GetGuid()));
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

    Task<long> Reports(Province province) =>
        running.Reporting.Database.Scalar<long>(
            "select count(*) from reports where unit_id in ($1, $2) and regime <> 'ADHOC'",
            province.Commune,
            province.OtherCommune
        );
}
