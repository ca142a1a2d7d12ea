using System.Net;
using System.Text;
using System.Text.Json;
using DanVan.Support;
using DanVan.Support.Files;

namespace DanVan.Reporting.Tests.Files;

/// <summary>Files have no sum: they stand side by side, each with whose it is, and are seen by whoever may read the report.</summary>
public sealed class AnnexFigureSlices(AnnexesRunning annexes) : IClassFixture<AnnexesRunning>
{
    readonly ReportingRunning running = annexes.Running;

    [Fact]
    public async Task Figures_say_how_many_reports_have_a_file_and_which()
    {
        await using var province = await Province.Founded(running);
        var expected = new List<(Guid, Guid, string)>();
        foreach (var unit in (Guid[])[province.Commune, province.OtherCommune])
        {
            var report = await province.Opened(unit);
            expected.Add((unit, report, await province.Clerk.Attached(report, Samples.Text())));
            await province.Change(HttpMethod.Post, report, "submission");
            await province.Change(HttpMethod.Post, report, "approval");
        }
        var question = $"form={Annexes.Form}&regime=STATE_ND09&kind=YEAR&year=2025&unitId={province.Id}";

        await Eventually.True("both to be counted", async () => (await Figure()).GetProperty("reported").GetInt32() == 2);

        var value = (await Figure()).GetProperty("value");
        Assert.Equal(("REPORTED", null, null), (value.Text("state"), value.Text("number"), value.Text("text")));
        var found = new List<JsonElement>();
        for (string? after = ""; after is not null; )
        {
            var page = await province.Clerk.Read($"figures/{Annexes.Cell}/files?{question}&limit=1{after}");
            found.Add(Assert.Single(page.GetProperty("items").EnumerateArray()));
            after = page.Text("next") is { } next ? $"&after={next}" : null;
        }
        Assert.Equal(
            expected,
            found.Select(one =>
                (one.GetProperty("unitId").GetGuid(), one.GetProperty("reportId").GetGuid(), one.GetProperty("file").Text("sha256")!)
            )
        );
        Assert.All(found, one => Assert.Equal("text/plain", one.GetProperty("file").Text("mediaType")));
        var own = await province.Clerk.Read(
            $"figures/{Annexes.Cell}/files?{question.Replace($"{province.Id}", $"{province.Commune}", StringComparison.Ordinal)}"
        );
        Assert.Equal(expected[0].Item2, Assert.Single(own.GetProperty("items").EnumerateArray()).GetProperty("reportId").GetGuid());
        using var linked = await province.Clerk.GetAsync(found[0].GetProperty("file").Text("link"));
        Assert.Equal(HttpStatusCode.OK, linked.StatusCode);
        foreach (var path in (string[])["QD19/files", "QD99/files", $"{Annexes.Cell}/texts"])
            Assert.Equal(HttpStatusCode.NotFound, (await province.Clerk.GetAsync($"api/v1/figures/{path}?{question}")).StatusCode);
        var years = $"form={Annexes.Form}&regime=STATE_ND09&kind=YEAR&fromYear=2025&toYear=2025&unitId={province.Id}";
        foreach (var (cell, status) in new[] { ("QD02", HttpStatusCode.OK), (Annexes.Cell, HttpStatusCode.NotFound) })
            Assert.Equal(status, (await province.Clerk.GetAsync($"api/v1/figures/{cell}/chart.svg?{years}")).StatusCode);
        await using var neighbour = await Province.Founded(running);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await neighbour.Clerk.GetAsync($"api/v1/figures/{Annexes.Cell}/files?{question}")).StatusCode
        );

        async Task<JsonElement> Figure() =>
            (await province.Clerk.Read($"figures?{question}"))
                .GetProperty("cells")
                .EnumerateArray()
                .Single(cell => cell.Text("code") == Annexes.Cell);
    }

    [Fact]
    public async Task Who_sees_only_what_was_approved_reads_its_file_and_not_that_of_its_correction()
    {
        await using var province = await Province.Founded(running);
        using var ladder = new Ladder(province);
        var report = await province.Opened(province.Commune, 2024);
        var approved = await ladder.Commune.Attached(report, Samples.Text());
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal(HttpStatusCode.NotFound, (await ladder.Centre.ReadFile(report, approved)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ladder.Centre.GetAsync($"api/v1/reports/{report}/files")).StatusCode);
        await ladder.Approve(ladder.Commune, report);
        await ladder.Approve(ladder.Clerk, report);
        Assert.Equal([(approved, true, "1")], await ladder.Centre.Files(report));
        await province.Change(HttpMethod.Post, report, "correction", new { reason = "Thiếu hai xã." });

        var corrected = await ladder.Commune.Attached(report, Samples.Text());

        Assert.Equal(HttpStatusCode.OK, (await ladder.Centre.ReadFile(report, approved)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await ladder.Centre.ReadFile(report, corrected)).StatusCode);
        Assert.Equal([(approved, false, "1")], await ladder.Centre.Files(report));
        Assert.Equal(HttpStatusCode.OK, (await ladder.Commune.ReadFile(report, corrected)).StatusCode);
        var sent = $"form={Annexes.Form}&regime=STATE_ND09&kind=YEAR&year=2024&basis=SENT&unitId={province.Id}";
        Assert.Equal(HttpStatusCode.Forbidden, (await ladder.Centre.GetAsync($"api/v1/figures/{Annexes.Cell}/files?{sent}")).StatusCode);
    }

    [Fact]
    public async Task Sheets_and_documents_name_it_and_what_is_of_numbers_leaves_it_out()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Opened();
        var sha256 = await province.Clerk.Attached(report, Samples.Text());
        var path = $"api/v1/reports/{report}";

        var sheet = await province.Clerk.GetByteArrayAsync($"{path}/sheet");
        Assert.Contains(
            "danh sách đơn vị và kết quả xếp loại (có tệp kèm theo)",
            Encoding.UTF8.GetString(await OfficePrograms.Converted(sheet, "xlsx", "csv")),
            StringComparison.Ordinal
        );
        using var filled = new HttpRequestMessage(HttpMethod.Put, $"{path}/sheet") { Content = new ByteArrayContent(sheet) };
        filled.Content.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        filled.Headers.IfMatch.Add(new("\"2\""));
        var answer = await province.Clerk.SendAsync(filled).Taken();
        Assert.Equal((2, 0, 0), (answer.GetProperty("version").GetInt32(), Length(answer, "changes"), Length(answer, "faults")));

        var csv = await province.Clerk.GetByteArrayAsync($"{path}/cells.csv");
        Assert.Contains(sha256, Encoding.UTF8.GetString(csv), StringComparison.Ordinal);
        Assert.All(await Imported(csv), row => Assert.Equal("UNCHANGED", row));
        var changed = Encoding.UTF8.GetString(csv).Replace(sha256, Annexes.Hash([1]), StringComparison.Ordinal);
        Assert.Contains("REFUSED", await Imported(Encoding.UTF8.GetBytes(changed)));

        var statistics = await province.Clerk.GetStringAsync($"{path}/dataset.jsonstat");
        Assert.Contains("QD02", statistics, StringComparison.Ordinal);
        Assert.DoesNotContain(Annexes.Cell, statistics, StringComparison.Ordinal);
        await province.Change(HttpMethod.Post, report, "submission");
        var paper = Encoding.UTF8.GetString(
            await OfficePrograms.Converted(await province.Clerk.GetByteArrayAsync($"{path}/document?format=docx"), "docx", "txt")
        );
        Assert.Contains(
            $"Phụ lục: danh sách đơn vị và kết quả xếp loại: có tệp kèm theo, mã băm SHA-256 {sha256}.",
            paper,
            StringComparison.Ordinal
        );

        async Task<List<string?>> Imported(byte[] rows)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/reports/imports?dryRun=true")
            {
                Content = new ByteArrayContent(rows) { Headers = { ContentType = new("text/csv") } },
            };
            request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
            return
            [
                .. (await province.Clerk.SendAsync(request).Taken())
                    .GetProperty("rows")
                    .EnumerateArray()
                    .Select(row => row.Text("outcome")),
            ];
        }

        static int Length(JsonElement of, string member) => of.GetProperty(member).GetArrayLength();
    }
}
