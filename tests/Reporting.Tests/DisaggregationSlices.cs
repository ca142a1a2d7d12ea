using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Awards.Contracts.V1;
using DanVan.Petitions.Contracts.V1;
using DanVan.Reporting.Tests.Sheets;

namespace DanVan.Reporting.Tests;

/// <summary>Version 3 of the form on mass mobilisation: indicators by category are cells as others are.</summary>
public sealed class DisaggregationSlices(ReportingRunning running)
{
    const string Half = "form=DANVAN&regime=STATE_ND09&kind=HALF_YEAR&year=2027&index=1";

    [Fact]
    public async Task The_form_tells_by_what_it_is_taken_apart()
    {
        var province = await running.Shared();
        var form = await province.Clerk.GetFromJsonAsync<JsonElement>("api/v1/forms/DANVAN/versions/3");
        var cells = form.GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("indicators").EnumerateArray())
            .ToDictionary(cell => cell.GetProperty("code").GetString()!);

        Assert.Equal("GRASSROOTS_KIND", cells["CS01"].GetProperty("disaggregation").GetProperty("by").GetString());
        Assert.Equal("CS01", cells["CS01.XA"].GetProperty("partOf").GetProperty("indicator").GetString());
        var kinds = form.GetProperty("categorySets")
            .EnumerateArray()
            .Single(set => set.GetProperty("code").GetString() == "GRASSROOTS_KIND");
        Assert.Equal(
            ["XA", "CQ", "LD"],
            kinds.GetProperty("categories").EnumerateArray().Select(one => one.GetProperty("code").GetString())
        );
        Assert.Contains("10/2022/QH15", kinds.GetProperty("article").GetProperty("vi").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_the_end_of_2026_the_version_before_is_in_force()
    {
        await using var province = await Province.Founded(running);
        Assert.Equal(2, await Version(await province.Open(province.Commune, "YEAR", 2026)));
        Assert.Equal(2, await Version(await province.Open(province.Commune, "YEAR", 2026, regime: "PARTY")));
        Assert.Equal(3, await Version(await Open(province, province.Commune)));

        async Task<int> Version(Guid report) => (await province.Cells(report)).GetProperty("formVersion").GetInt32();
    }

    [Fact]
    public async Task Parts_that_do_not_add_up_are_a_warning_until_they_do()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, province.Commune);

        await Enter(province, report, ("CS01", 10));
        Assert.Equal("SKIPPED", await Outcome());
        await Enter(province, report, ("CS01.XA", 4), ("CS01.CQ", 3));
        Assert.Equal("FAILS", await Outcome());
        await Enter(province, report, ("CS01.LD", 3));
        Assert.Equal("HOLDS", await Outcome());
        await Enter(province, report, ("CS01.LD", 2));
        Assert.Equal("FAILS", await Outcome());
        Assert.Equal("SUBMITTED", (await province.Change(HttpMethod.Post, report, "submission")).GetProperty("state").GetString());

        async Task<string?> Outcome() =>
            (await province.Clerk.GetFromJsonAsync<JsonElement>($"api/v1/reports/{report}/checks"))
                .GetProperty("checks")
                .EnumerateArray()
                .Single(check => check.GetProperty("code").GetString() == "CS01.GRASSROOTS_KIND")
                .GetProperty("outcome")
                .GetString();
    }

    [Fact]
    public async Task A_part_goes_out_in_a_sheet_and_comes_in_again()
    {
        await using var province = await Province.Founded(running);
        var report = await Open(province, province.Commune);
        using var file = new Filled(await SheetSlices.Sheet(province, report));
        file.Type("CS01.XA", "1.204").Type("CS01.CQ", "Một số (chưa rõ)", Filled.State);
        using var read = await province.Clerk.GetAsync($"api/v1/reports/{report}");
        using var request = new HttpRequestMessage(HttpMethod.Put, $"api/v1/reports/{report}/sheet")
        {
            Content = new ByteArrayContent(file.Bytes()) { Headers = { ContentType = new(Reporting.Sheets.ReadSheet.MediaType) } },
        };
        request.Headers.IfMatch.Add(read.Headers.ETag!);

        using var answer = await province.Clerk.SendAsync(request);

        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        Assert.Equal(1204, (await province.Cell(report, "CS01.XA")).GetProperty("value").GetProperty("number").GetInt32());
        Assert.Equal("UNSPECIFIED", (await province.Cell(report, "CS01.CQ")).GetProperty("value").GetProperty("state").GetString());
        Assert.Contains(
            "CS01.XA,REPORTED,1204",
            await province.Clerk.GetStringAsync($"api/v1/reports/{report}/cells.csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Parts_are_added_up_over_units_and_their_shares_divided_anew()
    {
        await using var province = await Province.Founded(running);
        foreach (var (unit, number, good) in new[] { (province.Commune, 3, 1), (province.OtherCommune, 5, 5) })
        {
            var report = await Open(province, unit);
            await Enter(province, report, ("CS01", number + 1), ("CS01.XA", number), ("CS01.CQ", 1), ("CS03.XA", good));
            await province.Change(HttpMethod.Post, report, "submission");
        }

        await Visits.Becomes(province.Clerk, $"CS01.XA?{Half}&basis=SENT", 8);
        await Visits.Becomes(province.Clerk, $"CS01?{Half}&basis=SENT", 10);
        await Visits.Becomes(province.Clerk, $"CS08.XA?{Half}&basis=SENT", 0.75m);
    }

    [Fact]
    public async Task Events_fill_the_part_that_their_field_names()
    {
        await using var province = await Province.Founded(running);
        var day = new DateOnly(2027, 3, 2);
        await province.Publisher.Send(
            Province.Received(province.Commune, day),
            Province.Received(province.Commune, day, "TO_CAO"),
            Province.Received(province.Commune, day, "TO_CAO"),
            Registered("MODEL", "CHUYEN_DOI_SO"),
            Registered("TYPICAL_INDIVIDUAL", "KINH_TE"),
            Publisher.Of(
                province.Commune,
                $"reception/{Guid.CreateVersion7()}",
                new ReceptionHeld(Guid.CreateVersion7(), "DINH_KY", day, "HEAD", false, true)
            ),
            Publisher.Of(
                province.Commune,
                $"reception/{Guid.CreateVersion7()}",
                new ReceptionHeld(Guid.CreateVersion7(), "DINH_KY", day, "DELEGATE", false, true)
            )
        );
        await province.HasFacts(7);
        var cells = (await province.Cells(await Open(province, province.Commune)))
            .GetProperty("cells")
            .EnumerateArray()
            .ToDictionary(cell => cell.GetProperty("code").GetString()!);

        Assert.Equal([3, 1, 2, 0, 0], Numbers("DT01", "DT01.KN", "DT01.TC", "DT01.KNGHI", "DT01.PA"));
        Assert.Equal([1, 1, 0, 1, 1, 0], Numbers("DVK01", "DVK01.CDS", "DVK01.KT", "DVK02", "DVK02.KT", "DVK02.CDS"));
        Assert.Equal([1], Numbers("CQ05"));

        IEnumerable<int> Numbers(params string[] codes) =>
            codes.Select(code => cells[code].GetProperty("value").GetProperty("number").GetInt32());
        Publisher.Sent Registered(string kind, string field)
        {
            var id = Guid.CreateVersion7();
            return Publisher.Of(
                province.Commune,
                $"model/{id}",
                new ModelRegistered(id, province.Commune, kind, field, null, null, day, "REGISTERED")
            );
        }
    }

    static Task<Guid> Open(Province province, Guid unit) => province.Open(unit, "HALF_YEAR", 2027, 1);

    static Task<JsonElement> Enter(Province province, Guid report, params (string Code, int Number)[] cells) =>
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
}
