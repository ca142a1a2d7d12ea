using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What everybody reads without an account, and what the unit decides of it.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class PublicTests(PetitionsRunning running)
{
    const string Everybody = "api/v1/public/petitions";
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient nobody = running.Service.Http;

    [Fact]
    public async Task What_a_unit_publishes_is_read_by_everybody_and_nothing_else()
    {
        var unit = await running.Commune();
        var id = await Resolved(unit);
        Assert.Empty(await Shown(unit));

        await Publish(id, "Đã sửa đường.");

        var answer = await nobody.GetAsync($"{Everybody}?unit={unit}");
        var shown = Assert.Single((await answer.Read())["items"]!.AsArray())!;
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.Equal(("KIEN_NGHI", "RESOLVED", "TIEP_THU"), (shown.Text("kind"), shown.Text("state"), shown.Text("outcome")));
        Assert.Equal(("Kiến nghị", "2026-08-28", "Đã sửa đường."), (shown.Text("kindText"), shown.Text("resolvedOn"), shown.Text("text")));
        Assert.DoesNotContain(id, shown.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(
            ["field", "id", "kind", "kindText", "outcome", "resolvedOn", "state", "stateText", "text", "unitId", "unitName", "visibleFrom"],
            shown.AsObject().Select(member => member.Key).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task It_is_withheld_with_a_reason_and_published_anew()
    {
        var unit = await running.Commune();
        var id = await Resolved(unit);
        Assert.Equal("petitions.nothing-published", await (await Withhold(id)).Refusal());
        await Publish(id, "Đã sửa đường.");

        await (await Withhold(id)).Read();
        Assert.Empty(await Shown(unit));
        Assert.Equal("petitions.nothing-published", await (await Withhold(id)).Refusal());

        await Publish(id, "Đã sửa xong đường.");
        Assert.Equal("Đã sửa xong đường.", Assert.Single(await Shown(unit))!.Text("text"));
        var history = (await clerk.Get($"{Book}/{id}/history")).AsArray().Skip(3).Select(step => step!.Text("type").Split('.')[^2]);
        Assert.Equal(["resolution-published", "publication-withheld", "resolution-published"], history);
    }

    [Fact]
    public async Task Under_embargo_it_does_not_show()
    {
        var unit = await running.Commune();
        var id = await Resolved(unit);

        await Publish(id, "Đã sửa đường.", TimeProvider.System.Today().AddDays(1));

        Assert.Empty(await Shown(unit));
        await running.Service.Database.Execute(
            "update publications set visible_from = visible_from - 1 where petition_id = $1",
            Guid.Parse(id)
        );
        Assert.Single(await Shown(unit));
    }

    [Fact]
    public async Task What_is_opened_again_does_not_show_nor_do_the_old_words_after_another_resolution()
    {
        var unit = await running.Commune();
        var id = await Resolved(unit);
        await Publish(id, "Đã sửa đường.");

        await (await clerk.Post($"{Book}/{id}/reopening", Steps.Reopening("SET_ASIDE"))).Read();
        Assert.Empty(await Shown(unit));

        var again = ChainTests.Resolution("GIAI_TRINH");
        again["resolvedOn"] = "2026-09-25";
        await (await clerk.Post($"{Book}/{id}/resolution", again)).Read();
        Assert.Empty(await Shown(unit));
        await Publish(id, "Đã trả lời.");
        Assert.Single(await Shown(unit));
    }

    [Fact]
    public async Task A_denunciation_shows_only_after_its_conclusion_was_made_public()
    {
        var id = await clerk.Accepted("TO_CAO");
        await (await clerk.Post($"{Book}/{id}/resolution", ChainTests.Resolution("DUNG"))).Read();
        Assert.Equal("petitions.conclusion-not-public-yet", await (await Post(id, "Kết luận đúng.")).Refusal());
        Assert.DoesNotContain(id, await nobody.GetStringAsync(Everybody), StringComparison.Ordinal);

        await (await clerk.Post($"{Book}/{id}/publication", Steps.Body("publication"))).Read();
        await Publish(id, "Kết luận nội dung tố cáo là đúng.");

        Assert.Contains(
            (await nobody.Get($"{Everybody}?kind=TO_CAO&limit=1000"))["items"]!.AsArray(),
            line => line!.Text("text") == "Kết luận nội dung tố cáo là đúng."
        );
    }

    [Fact]
    public async Task Words_that_name_the_petitioner_are_refused()
    {
        var id = await Resolved(await running.Commune());

        var problem = await (await Post(id, "Bà Nguyễn Thị Thử đã được trả lời.")).Read(HttpStatusCode.BadRequest);

        Assert.Equal("petitions.identity-in-text", problem.Text("code"));
        Assert.NotNull(problem["errors"]!["text"]);
    }

    [Fact]
    public async Task Pages_follow_each_other_newest_first()
    {
        var unit = await running.Commune();
        for (var i = 0; i < 3; i++)
            await Publish(await Resolved(unit), $"Thứ {i}");

        var first = await nobody.Get($"{Everybody}?unit={unit}&limit=2");
        var second = await nobody.Get($"{Everybody}?unit={unit}&limit=2&after={first.Text("next")}");

        Assert.Equal(
            ["Thứ 2", "Thứ 1", "Thứ 0"],
            first["items"]!.AsArray().Concat(second["items"]!.AsArray()).Select(line => line!.Text("text"))
        );
        Assert.Null(second["next"]);
        Assert.Empty((await nobody.Get($"{Everybody}?unit={unit}&kind=PHAN_ANH"))["items"]!.AsArray());
        Assert.Empty((await nobody.Get($"{Everybody}?unit={unit}&to=2026-09-06"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("?kind=COMPLAINT", "kind")]
    [InlineData("?from=hom-nay", "from")]
    [InlineData("?after=x", "after")]
    [InlineData("?x=1", "x")]
    [InlineData("/statistics", "year")]
    [InlineData("/statistics?year=2025&quarter=5", "quarter")]
    [InlineData("/statistics?year=1999&quarter=1", "year")]
    [InlineData("/statistics?year=2025&quarter=1&unit=01980000-0000-7000-8000-00000000dead", "unit")]
    public async Task Bad_input_is_named(string query, string field)
    {
        var problem = await (await nobody.GetAsync(Everybody + query)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]![field]);
    }

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

    // Far back, where no other test counts anything.
    async Task Received(Guid unit, int count, string kind)
    {
        for (var i = 0; i < count; i++)
        {
            var paper = Paper(kind, unit);
            paper["receivedOn"] = "2025-05-05";
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

    async Task<string> Resolved(Guid unit)
    {
        var id = await clerk.Received(Paper("KIEN_NGHI", unit));
        await (await clerk.Post($"{Book}/{id}/acceptance", ChainTests.Acceptance())).Read();
        await (await clerk.Post($"{Book}/{id}/resolution", ChainTests.Resolution("TIEP_THU"))).Read();
        return id;
    }

    Task<HttpResponseMessage> Post(string id, string text, DateOnly? from = null) =>
        clerk.Post(
            $"{Book}/{id}/public-notice",
            new JsonObject { ["text"] = text, ["visibleFrom"] = from is null ? null : $"{from:yyyy-MM-dd}" }
        );

    async Task Publish(string id, string text, DateOnly? from = null) => await (await Post(id, text, from)).Read();

    Task<HttpResponseMessage> Withhold(string id) =>
        clerk.Post($"{Book}/{id}/public-notice/withholding", new JsonObject { ["reason"] = "FURTHER_COMPLAINT" });

    async Task<JsonArray> Shown(Guid unit) => (await nobody.Get($"{Everybody}?unit={unit}"))["items"]!.AsArray();
}
