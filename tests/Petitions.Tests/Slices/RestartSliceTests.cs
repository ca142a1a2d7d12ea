using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>After the conclusion, with the superior, and after the end, over HTTP.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class RestartSliceTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_conclusion_is_acted_on_and_made_public()
    {
        var path = $"{Book}/{await clerk.Accepted("TO_CAO")}";
        await clerk.Take(path, "sendings", Steps.Sending("ACCEPTANCE", "2026-08-10"));
        await clerk.Take(path, "resolution", ChainTests.Resolution("DUNG"));
        var concluded = await clerk.Take(path, "sendings", Steps.Sending("CONCLUSION", "2026-08-31"));
        Assert.Equal(("RESOLVED", "2026-09-10"), (concluded.Text("state"), concluded.Text("dueOn"))); // 7 working days from 28 August

        var acted = await clerk.Take(path, "conclusion-action", Steps.Body("conclusion-action"));
        Assert.Equal(("2026-09-07", "TC.PUBLISH"), (acted["procedure"].Text("actedOn"), acted["deadline"].Text("rule")));
        var published = await clerk.Take(path, "publication", Steps.Body("publication"));
        Assert.Equal(("TC.ACTION.REPORT", "2026-09-14"), (published["deadline"].Text("rule"), published.Text("dueOn")));
        Assert.Null((await clerk.Take(path, "sendings", Steps.Sending("ACTION_RESULT", "2026-09-14")))["dueOn"]);
        var posted = (await clerk.Get($"{path}/deadlines")).AsArray()[^1]!;
        Assert.Equal(
            ("TC.PUBLISH.POSTED", "2026-09-22", false),
            (posted.Text("rule"), posted.Text("statutory"), posted["owed"]!.GetValue<bool>())
        );
        var early = Steps.Body("posting-end");
        early["endedOn"] = "2026-09-21";
        Assert.Equal("petitions.posted-too-short", await (await clerk.Post($"{path}/posting-end", early)).Refusal());
        var ended = await clerk.Take(path, "posting-end", Steps.Body("posting-end"));
        Assert.Equal("2026-09-22", ended["procedure"].Text("postingEndedOn"));

        Assert.Equal("petitions.already-followed-up", await (await clerk.Post($"{path}/publication", Steps.Body("publication"))).Refusal());
        var history = (await clerk.Get($"{path}/history")).AsArray();
        Assert.Equal("POSTING", history[^3]!["data"].Text("manner"));
        Assert.Equal(
            ("TC.ACTION.REPORT", true, 7),
            (
                history[^2]!["data"].Text("ruleId"),
                history[^2]!["data"]!["inTime"]!.GetValue<bool>(),
                history[^2]!["data"]!["to"]!.AsArray().Count
            )
        );
    }

    [Fact]
    public async Task A_denunciation_with_a_conflict_of_interest_stands_in_the_book_of_the_superior()
    {
        var path = $"{Book}/{await clerk.Accepted("TO_CAO")}";
        var committee = running.Service.As(PetitionsRunning.Committee, "petitions.read");
        await committee.Get(path);

        var up = await clerk.Take(path, "conflict-of-interest", Steps.Body("conflict-of-interest"));

        Assert.Equal(("RECEIVED", $"{PetitionsRunning.Province}"), (up.Text("state"), up.Text("unitId")));
        Assert.Equal(("TC.INIT", "2026-08-17"), (up["deadline"].Text("rule"), up.Text("dueOn")));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await committee.GetAsync(path)).StatusCode);
        var told = (await clerk.Get($"{path}/history")).AsArray()[^1]!["data"]!;
        Assert.Equal((false, $"{PetitionsRunning.Committee}"), (told.AsObject().ContainsKey("conflict"), told.Text("fromUnitId")));
        var acceptance = new JsonObject { ["acceptedOn"] = "2026-08-10", ["documentNumber"] = "1" };
        await clerk.Take(path, "acceptance", acceptance);
        Assert.Equal("2026-09-09", (await clerk.Take(path, "sendings", Steps.Sending("ACCEPTANCE", "2026-08-11"))).Text("dueOn"));
    }

    [Fact]
    public async Task Nobody_hands_a_denunciation_down_or_to_itself()
    {
        var paper = Paper("TO_CAO", PetitionsRunning.Province);
        var id = await clerk.Received(paper);
        foreach (var unit in new[] { PetitionsRunning.Province, PetitionsRunning.Committee })
        {
            var body = Steps.Body("conflict-of-interest");
            body["toUnitId"] = unit;
            Assert.Equal("petitions.not-a-superior", await (await clerk.Post($"{Book}/{id}/conflict-of-interest", body)).Refusal());
        }
    }

    [Fact]
    public async Task A_petition_that_ended_is_opened_again_and_its_met_limits_stay()
    {
        var path = $"{Book}/{await clerk.Accepted("KHIEU_NAI")}";
        await clerk.Take(path, "resolution", ChainTests.Resolution("SAI"));
        await clerk.Take(path, "sendings", Steps.Sending("DECISION", "2026-09-03"));
        var before = (await clerk.Get($"{path}/deadlines")).AsArray().Where(d => d!["owed"]!.GetValue<bool>()).ToList();

        var again = await clerk.Take(path, "reopening", Steps.Body("reopening"));

        Assert.Equal(("ACCEPTED", "2026-10-21"), (again.Text("state"), again.Text("dueOn")));
        Assert.Equal("RESOLVED", Assert.Single(again["procedure"]!["reopenings"]!.AsArray()).Text("was"));
        var after = (await clerk.Get($"{path}/deadlines")).AsArray();
        Assert.Equal(before.Select(d => d!.ToJsonString()), after.Take(before.Count).Select(d => d!.ToJsonString()));
        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{path}/reopening", Steps.Body("reopening"))).Refusal());
    }
}
