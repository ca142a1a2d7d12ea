using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using DanVan.Petitions.Contracts.V1;
using DanVan.Support;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Asking for clearance, and what a decision does without it.</summary>
[Collection<Slice>]
public sealed class ClearanceSlices(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly HttpClient secretary = running.Service.As(AwardsRunning.Province, "awards.clearance");

    [Fact]
    public async Task A_candidate_is_pending_until_answered_and_an_older_answer_never_replaces_a_newer()
    {
        var person = await Person();
        var asked = await Asked(Of(person));
        Assert.Equal(("PENDING", $"{person}"), (asked.Text("state"), asked.Text("personId")));

        await Answered(asked, "HOLD", version: 3);
        await running.Service.Broker.PublishRestricted(Answer(asked, "CLEAR", 2), Answer(asked, "CLEAR", 1), Answer(asked, "HOLD", 3));
        await Answered(await Asked(Of(await Person())), "CLEAR"); // It came after them.
        Assert.Equal("HOLD", (await secretary.Get($"clearances/{asked.Text("id")}")).Text("state"));
        await Answered(asked, "CLEAR", version: 4);
        Assert.Equal(asked.Text("id"), (await Asked(Of(person))).Text("id")); // The same question finds itself.
    }

    [Fact]
    public async Task A_decision_waits_for_CLEAR_of_each_candidate_that_can_be_asked_about()
    {
        var person = await Person();
        var decision = (await clerk.Posted("decisions", Today())).Text("id");
        var list = Recipients(Individual(person), Recipient("Xã Một", "COLLECTIVE"), Recipient("Chỉ có tên"));
        await NotCleared(decision, list, "recipients[0]");

        var (asked, ofUnit) = (await Asked(Of(person)), await Asked(OfUnit(AwardsRunning.Commune)));
        await NotCleared(decision, list, "recipients[0]");
        await Answered(asked, "HOLD");
        await NotCleared(decision, list, "recipients[0]");
        await Answered(asked, "CLEAR", version: 2);
        await NotCleared(decision, list, "recipients[1]");
        await Answered(ofUnit, "CLEAR");
        await clerk.Posted($"decisions/{decision}/recipients", list.DeepClone());

        var used = await secretary.Get($"clearances/{asked.Text("id")}");
        Assert.Equal(("DECIDED", decision), (used.Text("outcome"), used.Text("decisionId")));
        // Another award asks anew.
        await NotCleared((await clerk.Posted("decisions", Today())).Text("id"), Recipients(Individual(person)), "recipients[0]");
    }

    [Fact]
    public async Task Whoever_decides_is_refused_in_the_same_words_whatever_the_answer_is()
    {
        var (unasked, pending, held) = (await Person(), await Person(), await Person());
        await Asked(Of(pending));
        await Answered(await Asked(Of(held)), "HOLD");
        var decision = (await clerk.Posted("decisions", Today())).Text("id");

        var refusals = new List<string>();
        foreach (var person in new[] { unasked, pending, held })
        {
            var problem = await (await clerk.Post($"decisions/{decision}/recipients", Recipients(Individual(person)))).Read(
                HttpStatusCode.Conflict
            );
            problem.AsObject().Remove("traceId");
            refusals.Add(problem.ToJsonString());
        }

        Assert.Single(refusals.Distinct());
        Assert.Contains("152/2025", refusals[0], StringComparison.Ordinal); // The article of the day.
    }

    [Fact]
    public async Task A_decision_of_before_the_rule_is_entered_and_a_later_date_asks()
    {
        var decision = Decision();
        decision["recipients"] = new JsonArray(Individual(await Person()), Recipient("Xã Một", "COLLECTIVE"));
        var entered = (await clerk.Posted("decisions", decision)).Text("id");

        var later = Decision();
        later["presentedOn"] = null;
        later["decidedOn"] = "2023-12-31";
        later["recipients"] = new JsonArray(Individual(await Person()));
        var moved = (await clerk.Posted("decisions", later)).Text("id");
        var answer = await clerk.Send(
            HttpMethod.Put,
            $"decisions/{moved}/reference",
            new JsonObject { ["decidedOn"] = "2024-01-01" },
            EntityTagHeaderValue.Any
        );

        Assert.Equal("awards.not-cleared", await answer.Refusal());
        Assert.Equal("2022-12-29", (await clerk.Get($"decisions/{entered}"))["handedOver"]!.Text("on"));
    }

    [Fact]
    public async Task What_is_entered_as_history_asks_nobody_and_what_was_decided_lately_is_no_history()
    {
        var decision = Today();
        decision["historical"] = true;
        decision["recipients"] = new JsonArray(Individual(await Person()));
        Assert.Equal("awards.not-historical", await (await clerk.Post("decisions", decision)).Refusal(HttpStatusCode.BadRequest));

        decision["decidedOn"] = "2024-05-19";
        var entered = await clerk.Posted("decisions", decision);

        Assert.True(entered["historical"]!.GetValue<bool>());
    }

    [Fact]
    public async Task An_award_that_is_contradicted_later_is_to_be_examined_once_more_and_only_readers_of_clearances_see_it()
    {
        var person = await Person();
        var asked = await Asked(Of(person));
        await Answered(asked, "CLEAR");
        var decision = Today();
        decision["recipients"] = new JsonArray(Individual(person));
        var issued = await clerk.Posted("decisions", decision);
        await Answered(await Asked(Of(await Person())), "CLEAR");

        var contradicted = TestEvents.Of(
            $"clearance/{asked.Text("id")}",
            new ClearanceContradicted(Guid.Parse(asked.Text("id"))),
            version: 2
        );
        await running.Service.Broker.PublishRestricted(contradicted, contradicted, Answer(asked, "HOLD", 3));

        await Eventually.True(
            "the note",
            async () =>
                (await secretary.Get("clearances?reExamine=true&limit=1000"))["items"]!
                    .AsArray()
                    .Any(x => x!.Text("decisionId") == issued.Text("id"))
        );
        Assert.Equal("CLEAR", (await secretary.Get($"clearances/{asked.Text("id")}")).Text("state")); // As it was when the award was decided.
        Assert.Equal(issued.ToJsonString(), (await clerk.Get($"decisions/{issued.Text("id")}")).ToJsonString());
    }

    [Fact]
    public async Task A_dropped_question_is_closed_once_and_asked_anew()
    {
        var person = await Person();
        var asked = await Asked(Of(person));

        Assert.Equal("DROPPED", (await secretary.Posted($"clearances/{asked.Text("id")}/closing", new JsonObject())).Text("outcome"));
        Assert.Equal(
            "awards.clearance-closed",
            await (await secretary.Post($"clearances/{asked.Text("id")}/closing", new JsonObject())).Refusal()
        );
        Assert.NotEqual(asked.Text("id"), (await Asked(Of(person))).Text("id"));
    }

    [Fact]
    public async Task The_journal_keeps_who_was_shown_what_and_nothing_of_it_leaves()
    {
        var asked = await Asked(Of(await Person()));
        await secretary.Get($"clearances/{asked.Text("id")}");

        await Eventually.True(
            "two readings in the journal",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from chassis.journal where type = 'vn.danvan.awards.clearances-read.v1' and data ->> 'readBy' = 'test-client' and data -> 'clearanceIds' ? $1",
                    asked.Text("id")
                ) == 2
        );
    }

    [Fact]
    public async Task Clearances_take_a_scope_of_their_own_and_a_neighbour_gets_404()
    {
        var id = (await Asked(Of(await Person()))).Text("id");
        var neighbour = running.Service.As(AwardsRunning.Neighbour, "awards.clearance");

        foreach (var path in new[] { "clearances", $"clearances/{id}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{Calls.Awards}/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Post("clearances", Question(Of(await Person())))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Calls.Awards}/clearances/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"clearances/{id}/closing", new JsonObject())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post("clearances", Question(Of(await Person())))).StatusCode);
        Assert.Empty((await neighbour.Get("clearances"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{}""", "candidates[0]")]
    [InlineData("""{"personId":"01980000-0000-7000-8000-0000000000ff"}""", "candidates[0].personId")]
    [InlineData("""{"unitId":"01980000-0000-7000-8000-0000000000ff"}""", "candidates[0].unitId")]
    public async Task A_wrong_candidate_is_refused_by_its_path(string candidate, string field)
    {
        var problem = await (await secretary.Post("clearances", Question(JsonNode.Parse(candidate)!.AsObject()))).Read(
            HttpStatusCode.BadRequest
        );

        Assert.NotNull(problem["errors"]![field]);
    }

    [Fact]
    public async Task Who_is_rewarded_by_personId_is_a_known_individual()
    {
        var decision = (await clerk.Posted("decisions", Decision())).Text("id");
        var (unknown, collective) = (Individual(Guid.CreateVersion7()), Recipient("Xã Một", "COLLECTIVE"));
        collective["personId"] = await Person();

        foreach (var recipient in new[] { unknown, collective })
        {
            var problem = await (await clerk.Post($"decisions/{decision}/recipients", Recipients(recipient))).Read(
                HttpStatusCode.BadRequest
            );
            Assert.NotNull(problem["errors"]!["recipients[0].personId"]);
        }
    }

    async Task NotCleared(string decision, JsonObject list, string field)
    {
        var problem = await (await clerk.Post($"decisions/{decision}/recipients", list.DeepClone())).Read(HttpStatusCode.Conflict);
        Assert.Equal("awards.not-cleared", problem.Text("code"));
        Assert.NotNull(problem["errors"]![field]);
    }

    async Task<JsonNode> Asked(JsonObject candidate) =>
        Assert.Single((await (await secretary.Post("clearances", Question(candidate))).Read()).AsArray())!;

    async Task Answered(JsonNode asked, string answer, int version = 1)
    {
        await running.Service.Broker.PublishRestricted(Answer(asked, answer, version));
        await Eventually.True(
            $"the answer {answer}",
            async () => (await secretary.Get($"clearances/{asked.Text("id")}")).Text("state") == answer
        );
    }

    static TestEvent Answer(JsonNode asked, string answer, int version) =>
        TestEvents.Of($"clearance/{asked.Text("id")}", new ClearanceAnswered(Guid.Parse(asked.Text("id")), answer), version: version);

    static JsonObject Question(JsonObject candidate) =>
        new()
        {
            ["proposerUnitId"] = AwardsRunning.Board,
            ["purpose"] = "DECISION",
            ["candidates"] = new JsonArray(candidate),
        };

    static JsonObject Of(Guid person) => new() { ["personId"] = person };

    static JsonObject OfUnit(Guid unit) => new() { ["unitId"] = unit };

    /// <summary>A decision under the rule of today.</summary>
    static JsonObject Today()
    {
        var decision = Decision();
        decision["presentedOn"] = null;
        decision["decidedOn"] = $"{TimeProvider.System.GetUtcNow().AddDays(-1):yyyy-MM-dd}";
        return decision;
    }

    static JsonObject Individual(Guid person)
    {
        var recipient = Recipient($"Người {person}");
        recipient["personId"] = person;
        return recipient;
    }

    async Task<Guid> Person()
    {
        var id = Guid.CreateVersion7();
        await running.Service.Database.Scalar<long>(
            "select directory.record_people($1::jsonb)",
            new JsonArray(
                new JsonObject
                {
                    ["id"] = id,
                    ["version"] = 1,
                    ["unitId"] = AwardsRunning.Commune,
                }
            ).ToJsonString()
        );
        return id;
    }
}
