using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The statistics that everybody reads without an account.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class PublicFigureTests(PetitionsRunning running)
{
    const string Everybody = "api/v1/public/petitions";
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient nobody = running.Service.Http;

    [Fact]
    public async Task A_quarter_that_is_not_over_has_no_figures()
    {
        var today = TimeProvider.System.Today();
        var query = $"{Everybody}/statistics?year={today.Year}&quarter={(today.Month + 2) / 3}&unit={PetitionsRunning.Province}";

        Assert.Equal("petitions.quarter-not-published-yet", await (await nobody.GetAsync(query)).Refusal(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task A_quarter_has_none_either_while_late_entries_are_waited_for()
    {
        await using var patient = await running.Service.Replica(new Dictionary<string, string> { ["PublicStatistics__DaysAfter"] = "366" });
        var before = TimeProvider.System.Today().AddMonths(-3);
        var query = $"{Everybody}/statistics?year={before.Year}&quarter={(before.Month + 2) / 3}";

        Assert.Equal("petitions.quarter-not-published-yet", await (await patient.Http.GetAsync(query)).Refusal(HttpStatusCode.NotFound));
    }

    [Fact]
    public async Task Figures_show_the_mean_of_ratings_where_they_are_enough()
    {
        var (few, enough) = (await running.Commune(), await running.Commune());
        await Rated(few, 4);
        await Rated(enough, 5);

        var rows = (await nobody.Get($"{Everybody}/statistics?year=2024&quarter=1&unit={PetitionsRunning.Province}"))["rows"]!.AsArray();

        Assert.Null(Of(few));
        Assert.Equal(4, (decimal?)Of(enough));

        JsonNode? Of(Guid unit) => rows.Single(row => row!.Text("scope") == "BELOW" && row.Text("unitId") == $"{unit}")!["satisfaction"];
    }

    [Fact]
    public async Task Figures_leave_out_the_small_and_their_complements_tell_them_from_zero_and_stay_as_they_were_taken()
    {
        var (one, other) = (await running.Commune(), await running.Commune());
        await Received(one, 1, "TO_CAO");
        await Received(one, 6, "KIEN_NGHI");
        await Received(one, 7, "PHAN_ANH");
        await Received(other, 8, "TO_CAO");
        await Received(other, 9, "KIEN_NGHI");
        await Received(other, 10, "PHAN_ANH");

        var province = await Figures(PetitionsRunning.Province);

        var below = Row(province, one);
        Assert.Equal((true, null), Shown(below, "TO_CAO"));
        Assert.Equal((false, (int?)0), Shown(below, "KHIEU_NAI"));
        Assert.Equal((false, (int?)14), Shown(below, null));
        Assert.Equal((true, null), Shown(Row(province, other), "TO_CAO"));
        Assert.Equal((false, (int?)9), Shown(province["rows"]![0]!, "TO_CAO"));
        Assert.True(Shown(below, "KIEN_NGHI").Suppressed || Shown(below, "PHAN_ANH").Suppressed);

        await Received(one, 20, "KIEN_NGHI");
        Assert.Equal(province.ToJsonString(), (await Figures(PetitionsRunning.Province)).ToJsonString());
        var own = await Figures(one);
        Assert.Equal(Shown(below, null), Shown(own["rows"]![0]!, null));

        static (bool Suppressed, int? Count) Shown(JsonNode row, string? kind)
        {
            var line = row["lines"]!.AsArray().Single(l => (string?)l!["kind"] == kind)!["received"]!;
            return ((bool)line["suppressed"]!, (int?)line["count"]);
        }

        static JsonNode Row(JsonNode view, Guid unit) =>
            view["rows"]!.AsArray().Single(row => row!.Text("scope") == "BELOW" && row.Text("unitId") == $"{unit}")!;

        Task<JsonNode> Figures(Guid unit) => nobody.Get($"{Everybody}/statistics?year=2025&quarter=2&unit={unit}");
    }

    [Fact]
    public async Task A_quarter_is_taken_once_it_has_papers_and_every_process_shows_what_was_taken()
    {
        var unit = await running.Commune();
        Assert.Equal(0, Papers(await Figures(nobody)));
        await Received(unit, 6, "KIEN_NGHI", "2024-08-05");
        var taken = await Figures(nobody);
        Assert.Equal(6, Papers(taken));

        await Received(unit, 20, "KIEN_NGHI", "2024-08-05");
        await using var second = await running.Service.Replica();

        Assert.Equal(taken.ToJsonString(), (await Figures(second.Http)).ToJsonString());

        Task<JsonNode> Figures(HttpClient reader) => reader.Get($"{Everybody}/statistics?year=2024&quarter=3&unit={unit}");

        static int Papers(JsonNode view) => (int)view["rows"]![0]!["lines"]!.AsArray()[^1]!["received"]!["count"]!;
    }

    // Far back, where no other test counts anything.
    async Task Received(Guid unit, int count, string kind, string on = "2025-05-05")
    {
        for (var i = 0; i < count; i++)
        {
            var paper = Paper(kind, unit);
            paper["receivedOn"] = on;
            await clerk.Received(paper);
        }
    }

    async Task Rated(Guid unit, int times)
    {
        for (var i = 0; i < times; i++)
        {
            var paper = Paper("KIEN_NGHI", unit);
            paper["receivedOn"] = "2024-02-05";
            var citizen = await Citizen.With(running, paper);
            var today = $"{TimeProvider.System.Today():yyyy-MM-dd}";
            await clerk.Take($"{Book}/{citizen.Petition}", "guidance", new JsonObject { ["guidedOn"] = today, ["documentNumber"] = "1" });
            await (await citizen.Rate(4)).Read();
        }
    }
}
