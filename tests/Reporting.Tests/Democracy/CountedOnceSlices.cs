using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;
using static DanVan.Reporting.Tests.Democracy.Democracies;

namespace DanVan.Reporting.Tests.Democracy;

/// <summary>Who is counted once is never added up (domain 3.2, DISTINCT).</summary>
public sealed class CountedOnceSlices(LevelsRunning levels)
{
    readonly ReportingRunning running = levels.Running;

    /// <summary>Domain 3.2, DISTINCT: who lives in one commune and is trained in another stands in both reports.</summary>
    [Fact]
    public async Task People_are_counted_anew_above_and_never_added_up()
    {
        await using var province = await Province.Founded(running);
        await Sent(province, province.Commune, People(30));
        await Sent(province, province.OtherCommune, People(20));
        var below = (await Figures(province))["QD12"];
        Assert.Equal(
            ("UNSPECIFIED", false, 2),
            (StateOf(below), Corrections.Has(below.GetProperty("value"), "number"), Count(below, "unspecified"))
        );

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
}
