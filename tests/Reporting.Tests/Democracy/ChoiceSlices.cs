using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Reporting.Tests.Sheets;
using DanVan.Support;
using static DanVan.Reporting.Tests.Democracy.Democracies;

namespace DanVan.Reporting.Tests.Democracy;

/// <summary>What is chosen is counted above, refused where it is none of what there is, and told in words.</summary>
public sealed class ChoiceSlices(LevelsRunning levels)
{
    readonly ReportingRunning running = levels.Running;

    [Fact]
    public async Task Units_above_see_how_many_chose_what()
    {
        await using var province = await Province.Founded(running);
        await Sent(province, province.Id, Chosen("KHA"));
        await Sent(province, province.Commune, Chosen("TOT"));
        var open = await Open(province, province.OtherCommune);
        Assert.Equal(("NOT_REPORTED", "NOT_REPORTED"), (await State(province, open, "QD01"), await State(province, open, "QD01.TOT")));
        await Enter(province, open, Chosen("TOT"));
        Assert.Equal((0, 1), (await Value(province, open, "QD01.KHA"), await Value(province, open, "QD01.TOT")));
        await province.Change(HttpMethod.Post, open, "submission");

        var cells = await Figures(province);

        Assert.Equal(
            (2, 1, 0, 0),
            (Number(cells, "QD01.TOT"), Number(cells, "QD01.KHA"), Number(cells, "QD01.TB"), Number(cells, "QD01.YEU"))
        );
        var whole = cells["QD01"];
        Assert.Equal(
            ("REPORTED", false, 3),
            (StateOf(whole), Corrections.Has(whole.GetProperty("value"), "number"), Count(whole, "reported"))
        );
    }

    [Fact]
    public async Task What_is_none_of_it_is_refused_with_what_there_is_and_its_parts_are_not_entered()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, province.Commune);

        Assert.Equal(
            "Chọn một trong: TOT (tốt), KHA (khá), TB (trung bình), YEU (yếu).",
            await Refused("cells[0].text", "QD01", text: "XUAT_SAC")
        );
        Assert.Contains("QD01", await Refused("cells[0].code", "QD01.TOT", number: 1), StringComparison.Ordinal);
        Assert.Equal(1, (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}")).GetProperty("version").GetInt32());

        async Task<string?> Refused(string field, string code, int? number = null, string? text = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/cells")
            {
                Content = JsonContent.Create(
                    new
                    {
                        cells = new[]
                        {
                            new
                            {
                                code,
                                state = "REPORTED",
                                number,
                                text,
                            },
                        },
                    }
                ),
            };
            request.Headers.IfMatch.Add(new("\"1\""));
            using var answer = await province.Clerk.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errors").GetProperty(field)[0].GetString();
        }
    }

    [Fact]
    public async Task A_sheet_offers_the_words_and_takes_them_back()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, province.Commune);
        var sheet = await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/sheet");
        using var filled = new Filled(sheet);
        filled.Type("QD01", "Trung  bình").Type("QD12", "12");

        Assert.Equal("\"tốt,khá,trung bình,yếu\"", filled.Offered("QD01"));
        await Fill(filled.Bytes());

        Assert.Equal("TB", (await province.Cell(report, "QD01")).GetProperty("value").GetProperty("text").GetString());
        Assert.Equal((1, 12), (await Value(province, report, "QD01.TB"), await Value(province, report, "QD12")));
        using var again = new Filled(await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/sheet"));
        Assert.Equal("trung bình", again.At("QD01", Filled.Value).InnerText);
        Assert.Empty((await Fill(again.Bytes())).GetProperty("changes").EnumerateArray());

        async Task<JsonElement> Fill(byte[] workbook)
        {
            using var read = await province.Clerk.GetAsync($"api/v1/reports/{report}");
            using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/sheet")
            {
                Content = new ByteArrayContent(workbook),
            };
            request.Content.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
            request.Headers.IfMatch.Add(read.Headers.ETag!);
            using var answer = await province.Clerk.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }

    [Fact]
    public async Task A_paper_says_in_words_what_was_chosen_and_nothing_of_what_was_not()
    {
        await using var province = await Province.Founded(running);
        var report = await Sent(province, province.Commune, Chosen("TB"));

        var text = await OfficePrograms.TextOf(await province.Clerk.GetByteArrayAsync($"api/v1/reports/{report}/document?format=pdf"));

        Assert.Contains("trung bình", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trong đó: tốt", text, StringComparison.Ordinal);
    }
}
