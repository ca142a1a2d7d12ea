using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Reporting.Sheets;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>A report out as a sheet, and filled in again, over HTTP.</summary>
public sealed class SheetSlices(ReportingRunning running)
{
    [Fact]
    public async Task A_dry_run_says_what_would_change_and_changes_nothing_the_other_changes_it_all()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 1)));
        await province.HasFacts(1);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        var filled = Fill(
            await Sheet(province, report),
            file =>
                file.Type("QC01", "1.234")
                    .Type("QC04", "Một số (chưa rõ)", Filled.State)
                    .Number("DT01", "2")
                    .Type("DT01", "một đơn chưa vào sổ", Filled.Reason)
        );

        var dry = await Put(province, report, filled, dryRun: true);
        Assert.Equal((HttpStatusCode.OK, 3, 0), (dry.Status, Count(dry.Body, "changes"), Count(dry.Body, "faults")));
        var change = dry.Body.GetProperty("changes").EnumerateArray().Single(one => one.GetProperty("code").GetString() == "DT01");
        Assert.Equal((1, 2), (Number(change.GetProperty("from")), Number(change.GetProperty("to"))));
        Assert.Equal("NOT_REPORTED", (await province.Cell(report, "QC01")).GetProperty("value").GetProperty("state").GetString());

        var real = await Put(province, report, filled);
        Assert.Equal((HttpStatusCode.OK, 2), (real.Status, real.Body.GetProperty("version").GetInt32()));
        Assert.Equal(1234, Number((await province.Cell(report, "QC01")).GetProperty("value")));
        Assert.Equal("UNSPECIFIED", (await province.Cell(report, "QC04")).GetProperty("value").GetProperty("state").GetString());
        Assert.Equal(
            "một đơn chưa vào sổ",
            (await province.Cell(report, "DT01")).GetProperty("override").GetProperty("reason").GetString()
        );
        Assert.Equal("report-opened report-edited", await Announced(report));

        var again = await Put(province, report, filled);
        Assert.Equal((0, 2), (Count(again.Body, "changes"), again.Body.GetProperty("version").GetInt32()));
        Assert.Equal("report-opened report-edited", await Announced(report));
    }

    [Fact]
    public async Task With_one_fault_nothing_is_entered_and_each_is_named_by_its_place()
    {
        var province = await running.Shared();
        var report = await province.Open(province.Commune, "YEAR", 2024);
        var template = await Sheet(province, report);
        using var file = new Filled(template);
        var (wrong, right) = (file.RowOf("QC04"), file.RowOf("QC01"));
        var filled = Fill(template, sheet => sheet.Type("QC01", "5").Type("QC04", "năm").Number("DT01", "9"));

        var dry = await Put(province, report, filled, dryRun: true);
        Assert.Equal((1, 2), (Count(dry.Body, "changes"), Count(dry.Body, "faults")));

        var real = await Put(province, report, filled);
        Assert.Equal(HttpStatusCode.BadRequest, real.Status);
        Assert.Equal(
            new[] { $"D{wrong}", $"F{file.RowOf("DT01")}" }.Order(),
            real.Body.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order()
        );
        Assert.NotEqual(wrong, right);
        Assert.Equal(0, await running.Reporting.Database.Scalar<long>("select count(*) from cell_entries where report_id = $1", report));
    }

    [Fact]
    public async Task The_sheet_of_another_report_is_refused()
    {
        await using var province = await Province.Founded(running);
        var (one, other) = (await province.Open(province.Commune, "YEAR", 2024), await province.Open(province.OtherCommune, "YEAR", 2024));

        var answer = await Put(province, other, await Sheet(province, one));

        Assert.Equal(
            (HttpStatusCode.BadRequest, "reporting.sheet-of-another-report"),
            (answer.Status, answer.Body.GetProperty("code").GetString())
        );
    }

    [Fact]
    public async Task What_was_sent_is_shown_as_it_was_sent_and_takes_no_sheet()
    {
        await using var province = await Province.Founded(running);
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 1)));
        await province.HasFacts(1);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        await province.Change(HttpMethod.Post, report, "submission");
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 2)));
        await province.HasFacts(2);

        var sheet = await Sheet(province, report);
        using var file = new Filled(sheet);

        Assert.Equal("1", file.At("DT01", "C").InnerText);
        var answer = await Put(province, report, sheet);
        Assert.Equal((HttpStatusCode.Conflict, "reporting.not-editable"), (answer.Status, answer.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_sheet_names_the_version_it_is_for_and_is_a_workbook()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        var sheet = await Sheet(province, report);

        Assert.Equal((HttpStatusCode)428, (await Send(province.Clerk, report, sheet, null)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await Send(province.Clerk, report, sheet, "\"7\"")).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(province.Clerk, report, sheet, "\"1\"", "text/csv")).Status);
        Assert.Equal(
            HttpStatusCode.RequestEntityTooLarge,
            (await Send(province.Clerk, report, new byte[5 * 1024 * 1024 + 1], "\"1\"")).Status
        );
        var none = await Send(province.Clerk, report, "Mã;Giá trị"u8.ToArray(), "\"1\"");
        Assert.Equal((HttpStatusCode.BadRequest, "reporting.not-a-workbook"), (none.Status, none.Body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_neighbour_finds_no_sheet_and_who_only_reads_fills_none()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);
        var sheet = await Sheet(province, report);
        using var neighbour = province.ClientOf(province.OtherCommune);
        using var reader = running.Reporting.As(province.Id, "reporting.read");

        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/reports/{report}/sheet")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(neighbour, report, sheet, "\"1\"")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Send(reader, report, sheet, "\"1\"")).Status);
    }

    [Fact]
    public async Task The_sheet_says_in_Vietnamese_of_whom_and_when_it_is()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Commune, "YEAR", 2024);

        var csv = SheetToleranceTests.Unquoted(await OfficePrograms.Converted(await Sheet(province, report), "xlsx", "csv"));

        Assert.Contains("Năm 2024 (15/12/2023 – 14/12/2024)", csv, StringComparison.Ordinal);
        Assert.Contains("Mã,Chỉ tiêu,Tính từ sự kiện,Giá trị báo cáo,Trạng thái,Lý do, ghi chú", csv, StringComparison.Ordinal);
    }

    internal static async Task<byte[]> Sheet(Province province, Guid report)
    {
        using var answer = await province.Clerk.GetAsync($"api/v1/reports/{report}/sheet");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Equal(ReadSheet.MediaType, answer.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".xlsx", answer.Content.Headers.ContentDisposition?.FileName, StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    static byte[] Fill(byte[] sheet, Action<Filled> fill)
    {
        using var file = new Filled(sheet);
        fill(file);
        return file.Bytes();
    }

    static async Task<(HttpStatusCode Status, JsonElement Body)> Put(Province province, Guid report, byte[] sheet, bool dryRun = false)
    {
        using var read = await province.Clerk.GetAsync($"api/v1/reports/{report}");
        return await Send(province.Clerk, report, sheet, read.Headers.ETag!.ToString(), query: dryRun ? "?dryRun=true" : "");
    }

    static async Task<(HttpStatusCode Status, JsonElement Body)> Send(
        HttpClient client,
        Guid report,
        byte[] sheet,
        string? version,
        string type = ReadSheet.MediaType,
        string query = ""
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/sheet{query}");
        request.Content = new ByteArrayContent(sheet) { Headers = { ContentType = new MediaTypeHeaderValue(type) } };
        if (version is not null)
            request.Headers.IfMatch.ParseAdd(version);
        using var answer = await client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    async Task<string> Announced(Guid report)
    {
        await Eventually.True(
            "the changes to be in the journal",
            async () => await running.Reporting.Database.Scalar<long>("select count(*) from chassis.outbox") == 0
        );
        return await running.Reporting.Database.Scalar<string>(
            "select coalesce(string_agg(split_part(type, '.', 4), ' ' order by version), '') from chassis.journal where subject = $1",
            $"report/{report}"
        );
    }

    static int Count(JsonElement body, string list) => body.GetProperty(list).GetArrayLength();

    static int Number(JsonElement value) => value.GetProperty("number").GetInt32();
}
