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
    public async Task What_is_opened_again_and_ends_otherwise_on_the_day_of_its_resolution_does_not_show()
    {
        var unit = await running.Commune();
        var path = $"{Book}/{await clerk.Received(Paper(unit: unit))}";
        await clerk.Take(path, "acceptance", ChainTests.Acceptance());
        await clerk.Take(path, "resolution", ChainTests.Resolution("DUNG"));
        await Publish(path.Split('/')[^1], "Khiếu nại đúng.");
        Assert.Single(await Shown(unit));

        await clerk.Take(path, "reopening", Steps.Reopening("SET_ASIDE").With("decidedOn", "2026-08-28"));
        var withdrawal = Steps.Body("withdrawals").With("stillExamined", null).With("withdrawnOn", "2026-08-28");
        var ended = await clerk.Take(path, "withdrawals", withdrawal);

        Assert.Equal(("WITHDRAWN", "2026-08-28"), (ended.Text("state"), ended.Text("closedOn")));
        Assert.Empty(await Shown(unit));
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
    public async Task On_the_page_words_are_text_and_nothing_in_them_runs()
    {
        var unit = await running.Commune();
        await Publish(await Resolved(unit), "Đã sửa <script>alert(1)</script> & bàn giao");

        var answer = await nobody.GetAsync($"petitions/public?unit={unit}");
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("Đã sửa &lt;script&gt;alert(1)&lt;/script&gt; &amp; bàn giao", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith(
            "default-src 'none'",
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")),
            StringComparison.Ordinal
        );
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
