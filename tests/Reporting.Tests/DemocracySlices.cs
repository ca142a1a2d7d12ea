using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Reporting.Tests.Sheets;
using DanVan.Support;
using static DanVan.Reporting.Tests.Corrections;

namespace DanVan.Reporting.Tests;

/// <summary>The report on democracy at the grassroots: what is chosen is counted above, and who is counted once is never added up.</summary>
public sealed class DemocracySlices(LevelsRunning levels)
{
    const string Year = "form=DANVAN_QCDC&regime=STATE_ND09&kind=YEAR&year=2026";

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
        Assert.Equal(("REPORTED", false, 3), (StateOf(whole), Has(whole.GetProperty("value"), "number"), Count(whole, "reported")));
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

    /// <summary>Domain 3.2, DISTINCT: who lives in one commune and is trained in another stands in both reports.</summary>
    [Fact]
    public async Task People_are_counted_anew_above_and_never_added_up()
    {
        await using var province = await Province.Founded(running);
        await Sent(province, province.Commune, People(30));
        await Sent(province, province.OtherCommune, People(20));
        var below = (await Figures(province))["QD12"];
        Assert.Equal(("UNSPECIFIED", false, 2), (StateOf(below), Has(below.GetProperty("value"), "number"), Count(below, "unspecified")));

        await Sent(province, province.Id, People(45));

        var counted = (await Figures(province))["QD12"];
        Assert.Equal((45, false), (Number(counted), counted.GetProperty("atLeast").GetBoolean()));
        Assert.Equal(45, Number((await Figures(province, more: "&tree=RESTATED"))["QD12"]));
        var apart = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures/QD12/units?{Year}&basis=SENT");
        Assert.Equal((45, 45), (Number(apart.GetProperty("whole")), Number(apart.GetProperty("own").GetProperty("figure"))));
        Assert.Equal([20, 30], apart.GetProperty("below").EnumerateArray().Select(one => Number(one.GetProperty("figure"))).Order());
        // What can be added up still is.
        Assert.Equal(9, Number((await Figures(province))["QD02"]));
    }

    [Fact]
    public async Task Without_a_commune_that_has_left_nobody_knows_how_many_they_were()
    {
        await using var province = await Province.Founded(running);
        var (year, question) = (2025, Year.Replace("2026", "2025", StringComparison.Ordinal));
        await Sent(province, province.Commune, People(30), year);
        await Sent(province, province.Id, People(45), year);
        Assert.Equal(45, Number((await Figures(province, question, "&tree=RESTATED"))["QD12"]));

        await province.Publisher.Send(Publisher.Moved(province.Commune, province.Id, RootUnit.Id, new(2026, 1, 1)));

        await Eventually.True(
            "the commune to have left",
            async () => StateOf((await Figures(province, question, "&tree=RESTATED"))["QD12"]) == "UNSPECIFIED"
        );
        Assert.Equal(45, Number((await Figures(province, question))["QD12"]));
        var series = await province.Clerk.GetFromJsonAsync<JsonElement>(
            "api/v1/figures/QD12/series?form=DANVAN_QCDC&regime=STATE_ND09&kind=YEAR&fromYear=2025&toYear=2025&basis=SENT&mode=RESTATED_TO_CURRENT"
        );
        Assert.Equal("UNSPECIFIED", StateOf(series.GetProperty("points")[0].GetProperty("figure")));
    }

    [Fact]
    public async Task A_unit_that_held_two_dialogues_is_counted_once()
    {
        await using var province = await Province.Founded(running);
        var day = new DateOnly(2026, 3, 2);
        await province.Publisher.Send(
            Province.Held(province.Commune, day, kind: "DOI_THOAI"),
            Province.Held(province.Commune, day.AddDays(1), kind: "DOI_THOAI"),
            Province.Held(province.OtherCommune, day, kind: "DOI_THOAI"),
            Province.Held(province.Id, day)
        );
        await province.HasFacts(4);

        var report = await Open(province, province.Id);
        Assert.Equal(2, await Value(province, report, "QD13"));
        Assert.Equal(3, (await province.Lineage(report, "QD13")).Count);
        await province.Change(HttpMethod.Post, report, "submission");
        await Sent(province, province.Commune, People(1));

        Assert.Equal(2, Number((await Figures(province))["QD13"]));
    }

    static Task<Guid> Open(Province province, Guid unit, int year = 2026) => province.Open(unit, "YEAR", year, form: "DANVAN_QCDC");

    static async Task<Guid> Sent(Province province, Guid unit, object cells, int year = 2026)
    {
        var report = await Open(province, unit, year);
        await Enter(province, report, cells);
        await province.Change(HttpMethod.Post, report, "submission");
        return report;
    }

    static Task<JsonElement> Enter(Province province, Guid report, object cells) => province.Change(HttpMethod.Put, report, "cells", cells);

    static object Chosen(string code) =>
        new
        {
            cells = new[]
            {
                new
                {
                    code = "QD01",
                    state = "REPORTED",
                    text = code,
                },
            },
        };

    static object People(int number) =>
        new
        {
            cells = new object[]
            {
                new
                {
                    code = "QD12",
                    state = "REPORTED",
                    number,
                },
                new
                {
                    code = "QD02",
                    state = "REPORTED",
                    number = number / 10,
                },
            },
        };

    /// <summary>The figures of the province once all that was sent counts.</summary>
    static async Task<Dictionary<string, JsonElement>> Figures(Province province, string question = Year, string more = "")
    {
        JsonElement answer = default;
        await Eventually.True(
            "all reports to count",
            async () =>
            {
                answer = await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/figures?{question}&basis=SENT{more}");
                return answer.GetProperty("pending").GetInt32() == 0;
            }
        );
        return answer.GetProperty("cells").EnumerateArray().ToDictionary(cell => cell.GetProperty("code").GetString()!);
    }

    static int Number(Dictionary<string, JsonElement> cells, string code) => Number(cells[code]);

    static int Number(JsonElement figure) => Corrections.Number(figure.GetProperty("value"));

    static string? StateOf(JsonElement cell) => cell.GetProperty("value").GetProperty("state").GetString();

    static int Count(JsonElement figure, string member) => figure.GetProperty(member).GetInt32();

    static async Task<int> Value(Province province, Guid report, string code) => Number(await province.Cell(report, code));

    static async Task<string?> State(Province province, Guid report, string code) => StateOf(await province.Cell(report, code));
}
