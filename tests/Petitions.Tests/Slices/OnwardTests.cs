using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The code of the first receipt follows a petition to the units that it is sent on to, and tells nothing of what is theirs.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class OnwardTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task The_first_code_tells_where_it_stands_with_the_unit_that_it_went_to_and_what_comes_next()
    {
        var citizen = await Citizen.With(running, Paper("TO_CAO", PetitionsRunning.Board));
        await Forward(citizen.Petition, PetitionsRunning.Committee, "2026-08-06");
        Assert.Empty((await citizen.Status())["onward"]!.AsArray());

        var entered = await Enter(citizen.Petition, "2026-08-10");
        var there = Assert.Single((await citizen.Status())["onward"]!.AsArray())!;
        Assert.Equal(
            ("Ủy ban nhân dân tỉnh A", "2026-08-10", "RECEIVED", "2026-08-19"),
            (there.Text("unit"), there.Text("receivedOn"), there.Text("state"), there["next"].Text("by"))
        );

        var path = $"{Book}/{entered}";
        await clerk.Take(path, "acceptance", ChainTests.Acceptance("2026-08-12"));
        await clerk.Take(path, "suspension", Steps.Decided("2026-08-14"));
        await IdentityGrantTests.Granted(running.Head, path, "XAC_MINH");
        await (await clerk.Post($"{path}/identity-readings", Steps.Body("identity-readings"))).Read();
        var status = await citizen.Status();
        Assert.Equal("SUSPENDED", status["onward"]![0].Text("state"));
        Assert.Equal(["2026-08-03", "2026-08-06", "2026-08-10"], status["steps"]!.AsArray().Select(step => step.Text("on")));
        var said = Regex.Unescape(status.ToJsonString());
        foreach (var within in new[] { "Nguyễn Thị Thử", "33/QĐ", "01/TB", entered, "test-client", Paper().Text("summary") })
            Assert.DoesNotContain(within, said, StringComparison.Ordinal);

        // That the body which forwarded it is to be told is between the two.
        await clerk.Take(path, "resumption", Steps.Decided("2026-08-20"));
        await clerk.Take(path, "resolution", ChainTests.Resolution("SAI"));
        Assert.Equal("2026-08-19", (await citizen.Status())["onward"]![0]!["next"].Text("by")); // they were never told of the acceptance
        foreach (var (what, on) in new[] { ("ACCEPTANCE", "2026-08-31"), ("SIDE_DECISION", "2026-08-31"), ("CONCLUSION", "2026-08-31") })
            await clerk.Take(path, "sendings", Steps.Sending(what, on));
        var last = (await citizen.Status())["onward"]![0]!;
        Assert.Equal(("RESOLVED", null), (last.Text("state"), last["next"]));
        Assert.Equal("TC.PRESS", (await clerk.Get(path))["deadline"].Text("rule"));
    }

    [Fact]
    public async Task What_is_sent_on_again_is_followed_again()
    {
        var citizen = await Citizen.With(running, Paper("TO_CAO", PetitionsRunning.Board));
        await Forward(citizen.Petition, PetitionsRunning.Committee, "2026-08-06");
        var second = await Enter(citizen.Petition, "2026-08-10");
        await Forward(second, PetitionsRunning.Province, "2026-08-12");
        var third = await Enter(second, "2026-08-14");
        await (await clerk.Post($"{Book}/{third}/non-acceptance", Refusal())).Read();

        Assert.Equal(
            ["Ủy ban nhân dân tỉnh A FORWARDED", "Tỉnh A NOT_ACCEPTED"],
            (await citizen.Status())["onward"]!.AsArray().Select(there => $"{there.Text("unit")} {there.Text("state")}")
        );
    }

    [Fact]
    public async Task The_unit_that_it_went_to_asks_through_the_first_code_and_is_answered()
    {
        var citizen = await Citizen.With(running, Paper("TO_CAO", PetitionsRunning.Board));
        await Forward(citizen.Petition, PetitionsRunning.Committee, "2026-08-06");
        var entered = await Enter(citizen.Petition, "2026-08-10");
        var asked = await (await clerk.Post($"{Book}/{entered}/questions", new JsonObject { ["question"] = "Việc xảy ra ngày nào?" })).Read(
            HttpStatusCode.Created
        );
        Assert.Equal("Việc xảy ra ngày nào?", Assert.Single((await citizen.Status())["questions"]!.AsArray()).Text("question"));

        await (await citizen.Answer(asked.Text("id"), "Ngày 01/08")).Read();

        Assert.Equal("Ngày 01/08", (await clerk.Get($"{Book}/{entered}/questions"))[0].Text("answer"));
        Assert.Equal("question-answered", (await clerk.Get($"{Book}/{entered}/history")).AsArray()[^1].Text("type").Split('.')[3]);
        var stranger = await Citizen.With(running);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Answer(asked.Text("id"), "Ngày 02/08")).StatusCode);
    }

    async Task Forward(string petition, Guid to, string on)
    {
        var letter = new JsonObject
        {
            ["toUnitId"] = to,
            ["forwardedOn"] = on,
            ["letterNumber"] = "12/CV",
        };
        await clerk.Take($"{Book}/{petition}", "forwarding", letter);
    }

    async Task<string> Enter(string petition, string on) =>
        (await (await clerk.Post($"{Book}/{petition}/entry", new JsonObject { ["receivedOn"] = on })).Read(HttpStatusCode.Created)).Text(
            "id"
        );

    static JsonObject Refusal()
    {
        var refusal = Steps.Decided("2026-08-17");
        refusal["ground"] = "TC.24.3";
        return refusal;
    }
}
