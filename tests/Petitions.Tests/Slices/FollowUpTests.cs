using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What is sent on between bodies is followed until its writer knows what came of it.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class FollowUpTests(PetitionsRunning running)
{
    readonly HttpClient board = running.Service.As(PetitionsRunning.Board, "petitions.read", "petitions.write", "petitions.decide");
    readonly HttpClient committee = running.Service.As(
        PetitionsRunning.Committee,
        "petitions.read",
        "petitions.write",
        "petitions.decide",
        "petitions.identity"
    );

    [Fact]
    public async Task A_denunciation_is_sent_on_reminded_of_entered_there_resolved_and_its_writer_told()
    {
        var id = await Forwarded(answerDueOn: "2026-09-07");
        var path = $"{Book}/{id}/follow-up";
        Assert.Equal("2026-09-07", (await board.Get(path)).Text("answerDueOn"));
        Assert.Contains((await board.Get($"{Book}/follow-ups?dueBefore=2026-09-08&limit=1000"))["items"]!.AsArray(), Is(id));
        Assert.DoesNotContain((await board.Get($"{Book}/follow-ups?dueBefore=2026-09-07&limit=1000"))["items"]!.AsArray(), Is(id));

        var reminded = await (await board.Post($"{path}/reminders", Reminder("2026-09-08"))).Read();
        Assert.Equal("2026-09-08", Assert.Single(reminded["reminders"]!.AsArray())!.Text("sentOn"));

        var incoming = Assert.Single((await committee.Get($"{Book}/incoming?limit=1000"))["items"]!.AsArray(), Is(id))!;
        Assert.Equal($"{PetitionsRunning.Board}", incoming.Text("fromUnitId"));
        var answer = await committee.Post($"{Book}/{id}/entry", Entry("2026-08-10"));
        var entered = await answer.Read(HttpStatusCode.Created);
        var taken = entered.Text("id");
        Assert.Equal($"/{Book}/{taken}", answer.Headers.Location!.ToString());
        Assert.Equal(("TO_CAO", "CO_QUAN_CHUYEN_DEN"), (entered.Text("kind"), entered.Text("channel")));
        Assert.Equal(("Ban Tuyên giáo và Dân vận tỉnh A", "12/CV"), (entered.Text("forwardedBy"), entered.Text("forwardingLetter")));
        Assert.Equal("2026-08-19", entered.Text("dueOn"));
        await IdentityGrantTests.Granted(running.Head, $"{Book}/{taken}", "XAC_MINH");
        Assert.Equal(
            "Nguyễn Thị Thử",
            (await (await committee.Post($"{Book}/{taken}/identity-readings", new JsonObject { ["purpose"] = "XAC_MINH" })).Read()).Text(
                "fullName"
            )
        );
        Assert.DoesNotContain((await committee.Get($"{Book}/incoming?limit=1000"))["items"]!.AsArray(), Is(id));
        Assert.Equal("RECEIVED", (await board.Get(path)).Text("state"));

        await (await committee.Post($"{Book}/{taken}/acceptance", ChainTests.Acceptance("2026-08-12"))).Read();
        await (await committee.Post($"{Book}/{taken}/resolution", ChainTests.Resolution("DUNG"))).Read();
        var owed = (await committee.Get($"{Book}/{taken}/deadlines")).AsArray().Single(d => d!.Text("rule") == "TCD.FWD.RESULT")!;
        Assert.Equal(("2026-09-10", null), (owed.Text("due"), (string?)owed["metOn"]));
        Assert.Equal("RESOLVED", (await board.Get(path)).Text("state"));
        Assert.Null((await board.Get(path))["result"]);

        await (await committee.Post($"{Book}/{taken}/result-notice", Reminder("2026-09-09"))).Read();
        var reported = (await committee.Get($"{Book}/{taken}/history")).AsArray()[^1]!["data"]!;
        Assert.Equal(("2026-09-10", true), (reported.Text("dueOn"), reported["inTime"]!.GetValue<bool>()));
        var known = await board.Get(path);
        Assert.Equal(("RESOLVED", "2026-09-09", "2026-09-16"), (known.Text("result"), known.Text("answeredOn"), known.Text("tellBy")));
        Assert.Contains((await board.Get($"{Book}/follow-ups?untold=true&limit=1000"))["items"]!.AsArray(), Is(id));

        var told = await (await board.Post($"{path}/citizen-notice", Told("2026-09-15"))).Read();
        Assert.Equal("2026-09-15", told.Text("toldOn"));
        Assert.Equal("petitions.follow-up-told", await (await board.Post($"{path}/citizen-notice", Told("2026-09-16"))).Refusal());
        Assert.Equal(
            "petitions.no-result-owed",
            await (await committee.Post($"{Book}/{taken}/result-notice", Reminder("2026-09-10"))).Refusal()
        );
    }

    [Fact]
    public async Task What_was_sent_on_is_entered_once_however_often_it_is_tried()
    {
        var id = await Forwarded();

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => committee.Post($"{Book}/{id}/entry", Entry("2026-08-10"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        Assert.All(
            answers.Where(answer => answer.StatusCode != HttpStatusCode.Created),
            answer => Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode)
        );
        Assert.Equal(
            1,
            await running.Service.Database.Scalar<long>(
                $"select count(*) from petitions p join follow_ups f on f.entered_as = p.id where f.petition_id = '{id}'"
            )
        );
        Assert.Equal("petitions.already-entered", await (await committee.Post($"{Book}/{id}/entry", Entry("2026-08-11"))).Refusal());
    }

    [Fact]
    public async Task A_group_stays_a_group_in_the_book_that_it_was_sent_to()
    {
        var paper = Paper("TO_CAO", PetitionsRunning.Board);
        paper["signatories"] = 6;
        var id = await board.Received(paper);
        await (await board.Post($"{Book}/{id}/forwarding", Letter("2026-08-06", null))).Read();

        var entered = await (await committee.Post($"{Book}/{id}/entry", Entry("2026-08-10"))).Read(HttpStatusCode.Created);

        Assert.Equal(6, entered["intake"]!["signatories"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_history_and_the_writer_are_told_what_became_of_it()
    {
        var citizen = await Citizen.With(running, Paper("TO_CAO", PetitionsRunning.Board));
        var path = $"{Book}/{citizen.Petition}";
        await (await board.Post($"{path}/forwarding", Letter("2026-08-06", null))).Read();
        await (await board.Post($"{path}/follow-up/reminders", Reminder("2026-08-20"))).Read();
        await (await board.Post($"{path}/follow-up/answer", Answer("RESOLVED", "2026-08-27"))).Read();

        var history = (await board.Get($"{path}/history")).AsArray().Select(step => step!.Text("type").Split('.')[3]);
        Assert.Equal(["petition-received", "petition-forwarded", "follow-up-reminded", "follow-up-answered"], history);
        Assert.Equal(
            [
                "2026-08-03 The petition was received",
                "2026-08-06 It was forwarded to the competent body",
                "2026-08-20 The body that it went to was reminded",
                "2026-08-27 The body that it went to has answered",
            ],
            CitizenTests.Told(await citizen.Status("en"))
        );
    }

    [Fact]
    public async Task An_answer_by_letter_ends_the_reminders()
    {
        var path = $"{Book}/{await Forwarded()}/follow-up";
        Assert.Equal("petitions.follow-up-not-answered", await (await board.Post($"{path}/citizen-notice", Told("2026-09-15"))).Refusal());

        var answered = await (await board.Post($"{path}/answer", Answer("RETURNED", "2026-08-20"))).Read();

        Assert.Equal(("RETURNED", "2026-08-27"), (answered.Text("result"), answered.Text("tellBy")));
        Assert.Equal("petitions.follow-up-answered", await (await board.Post($"{path}/reminders", Reminder("2026-08-21"))).Refusal());
        Assert.Equal(
            "petitions.follow-up-answered",
            await (await board.Post($"{path}/answer", Answer("RESOLVED", "2026-08-21"))).Refusal()
        );
    }

    [Theory]
    [InlineData("2026-08-05", "petitions.date-before-previous-step")]
    [InlineData("2100-01-01", "petitions.date-in-the-future")]
    public async Task A_step_of_the_ledger_is_no_earlier_than_the_one_before(string on, string code)
    {
        var id = await Forwarded();

        Assert.Equal(code, await (await board.Post($"{Book}/{id}/follow-up/reminders", Reminder(on))).Refusal());
        Assert.Equal(code, await (await board.Post($"{Book}/{id}/follow-up/answer", Answer("RESOLVED", on))).Refusal());
        Assert.Equal(code, await (await committee.Post($"{Book}/{id}/entry", Entry(on))).Refusal());
        Assert.Equal(0, (await board.Get($"{Book}/{id}/follow-up"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task The_answer_falls_due_after_the_letter()
    {
        var id = await board.Received(Paper("TO_CAO", PetitionsRunning.Board));

        var refused = await board.Post($"{Book}/{id}/forwarding", Letter("2026-08-06", "2026-08-06"));

        Assert.Equal("petitions.answer-due-too-early", await refused.Refusal());
        Assert.Equal("RECEIVED", (await board.Get($"{Book}/{id}")).Text("state"));
    }

    [Fact]
    public async Task A_stale_version_changes_nothing()
    {
        var path = $"{Book}/{await Forwarded()}/follow-up";
        await (await board.Post($"{path}/reminders", Reminder("2026-08-20"))).Read();

        using var request = new HttpRequestMessage(HttpMethod.Post, $"{path}/reminders")
        {
            Content = System.Net.Http.Json.JsonContent.Create(Reminder("2026-08-21")),
        };
        request.Headers.TryAddWithoutValidation("If-Match", "\"0\"");
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await board.SendAsync(request)).StatusCode);
        Assert.Single((await board.Get(path))["reminders"]!.AsArray());
    }

    [Fact]
    public async Task Neither_a_neighbour_nor_the_unit_that_owes_the_answer_keeps_the_ledger()
    {
        var id = await Forwarded();
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write", "petitions.decide");

        foreach (var stranger in (HttpClient[])[neighbour, committee])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"{Book}/{id}/follow-up")).StatusCode);
            var steps = new Dictionary<string, JsonObject>
            {
                ["reminders"] = Reminder("2026-08-20"),
                ["answer"] = Answer("RESOLVED", "2026-08-20"),
                ["citizen-notice"] = Told("2026-08-20"),
            };
            foreach (var (step, body) in steps)
                Assert.Equal(HttpStatusCode.NotFound, (await stranger.Post($"{Book}/{id}/follow-up/{step}", body)).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{Book}/{id}/entry", Entry("2026-08-10"))).StatusCode);
        Assert.DoesNotContain((await neighbour.Get($"{Book}/incoming?limit=1000"))["items"]!.AsArray(), Is(id));
        Assert.DoesNotContain((await neighbour.Get($"{Book}/follow-ups?limit=1000"))["items"]!.AsArray(), Is(id));
        Assert.Equal(0, (await board.Get($"{Book}/{id}/follow-up"))["version"]!.GetValue<int>());
    }

    static Predicate<JsonNode?> Is(string petition) => line => line!.Text("petitionId") == petition;

    async Task<string> Forwarded(string? answerDueOn = null)
    {
        var id = await board.Received(Paper("TO_CAO", PetitionsRunning.Board));
        await (await board.Post($"{Book}/{id}/forwarding", Letter("2026-08-06", answerDueOn))).Read();
        return id;
    }

    static JsonObject Letter(string on, string? answerDueOn) =>
        new()
        {
            ["toUnitId"] = PetitionsRunning.Committee,
            ["forwardedOn"] = on,
            ["letterNumber"] = "12/CV",
            ["answerDueOn"] = answerDueOn,
        };

    static JsonObject Entry(string on) => new() { ["receivedOn"] = on };

    static JsonObject Reminder(string on) => new() { ["sentOn"] = on, ["letterNumber"] = "31/CV" };

    static JsonObject Answer(string result, string on) =>
        new()
        {
            ["result"] = result,
            ["answeredOn"] = on,
            ["documentNumber"] = "77/BC",
        };

    static JsonObject Told(string on) => new() { ["toldOn"] = on, ["documentNumber"] = "40/TB" };
}
