using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Sheets;

/// <summary>A report as a document, as programs of others read it.</summary>
public sealed class PaperSlices(ReportingRunning running)
{
    const string Told = "Nhân dân đồng thuận; dư luận quan tâm việc bồi thường, giải phóng mặt bằng.";

    [Theory]
    [InlineData("pdf")]
    [InlineData("docx")]
    public async Task It_says_what_was_sent_in_Vietnamese_and_bears_the_hash_of_it(string format)
    {
        await using var province = await Province.Founded(running);
        var (report, hash) = await Sent(province, province.Id);
        await province.Publisher.Send(Province.Received(province.Commune, new(2024, 2, 2)));
        await province.HasFacts(1);

        var text = Plain(await Read(province, report, format));

        Assert.Contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("ỦY BAN NHÂN DÂN", text, StringComparison.Ordinal);
        Assert.Contains("Số: …/BC-UBND", text, StringComparison.Ordinal);
        Assert.Contains("từ ngày 15/12/2023 đến ngày 14/12/2024", text, StringComparison.Ordinal);
        Assert.Contains("Đơn tiếp nhận trong kỳ 1.234.567", text, StringComparison.Ordinal);
        Assert.Contains("Không áp dụng", text, StringComparison.Ordinal);
        Assert.Contains("Một số (chưa rõ)", text, StringComparison.Ordinal);
        Assert.Contains("Chưa báo cáo", text, StringComparison.Ordinal);
        Assert.Contains(Told, text, StringComparison.Ordinal);
        Assert.Contains("Đơn tiếp nhận trong kỳ: báo cáo 1.234.567, tính từ sự kiện", text, StringComparison.Ordinal);
        Assert.Contains("Theo sổ tiếp nhận.", text, StringComparison.Ordinal);
        Assert.Contains($"Mã băm SHA-256 của nội dung: {hash}", text, StringComparison.Ordinal);
        Assert.True(text.IsNormalized(NormalizationForm.FormC));
    }

    [Fact]
    public async Task A_party_body_writes_in_the_form_of_the_party()
    {
        await using var province = await Province.Founded(running);
        var board = await Board(province);
        var (report, _) = await Sent(province, board);

        var text = Plain(await Read(province, report, "pdf"));

        Assert.Contains("ĐẢNG CỘNG SẢN VIỆT NAM", text, StringComparison.Ordinal);
        Assert.Contains("Số …-BC/BTGDV", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CỘNG HÒA", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task There_is_none_of_a_report_that_is_worked_on_and_none_for_a_neighbour()
    {
        await using var province = await Province.Founded(running);
        var report = await province.Open(province.Id, "YEAR", 2024);
        using var neighbour = province.ClientOf(province.OtherCommune);

        using var open = await province.Clerk.GetAsync($"api/v1/reports/{report}/document?format=pdf");
        Assert.Equal(
            (HttpStatusCode.NotFound, "reporting.not-sent"),
            (open.StatusCode, (await open.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString())
        );
        await province.Change(HttpMethod.Post, report, "submission");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"api/v1/reports/{report}/document?format=pdf")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await province.Clerk.GetAsync($"api/v1/reports/{report}/document?format=odt")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await province.Clerk.GetAsync($"api/v1/reports/{report}/document")).StatusCode);
    }

    static async Task<(Guid Report, string Hash)> Sent(Province province, Guid unit)
    {
        var report = await province.Open(unit, "YEAR", 2024);
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
                        code = "DT01",
                        state = "REPORTED",
                        number = 1_234_567,
                        reason = "Theo sổ tiếp nhận.",
                    },
                    new { code = "QC01", state = "NOT_APPLICABLE" },
                    new { code = "QC04", state = "UNSPECIFIED" },
                    new
                    {
                        code = "NX01",
                        state = "REPORTED",
                        text = Told.Normalize(NormalizationForm.FormD),
                    },
                },
            }
        );
        return (report, (await province.Change(HttpMethod.Post, report, "submission")).GetProperty("contentHash").GetString()!);
    }

    static async Task<string> Read(Province province, Guid report, string format)
    {
        using var answer = await province.Clerk.GetAsync($"api/v1/reports/{report}/document?format={format}");
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        return format == "pdf"
            ? await OfficePrograms.TextOf(bytes)
            // Its text alone has no foot of pages; as PDF it has.
            : await OfficePrograms.TextOf(await OfficePrograms.Converted(bytes, "docx", "pdf"));
    }

    static string Plain(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static async Task<Guid> Board(Province province)
    {
        var id = Guid.CreateVersion7();
        await province.Publisher.Send(Publisher.Unit(id, province.Id, "MASS_MOBILIZATION_BOARD"));
        await Eventually.True(
            "the board to be known",
            async () =>
                (
                    await province.Clerk.PostAsJsonAsync(
                        "api/v1/reports",
                        Province.Opening(id, "ADHOC", "AD_HOC", 2020, from: "2020-01-01", to: "2020-01-02")
                    )
                ).IsSuccessStatusCode
        );
        return id;
    }
}
