using System.Net;
using System.Text.Json.Nodes;
using DanVan.Petitions.Contracts.V1;
using DanVan.Support;
using static DanVan.Awards.Tests.Slices.ClearanceDesk;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Asking for clearance, and who may read the answers.</summary>
[Collection<Slice>]
public sealed class ClearanceSlices(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly ClearanceDesk desk = new(running);

    [Fact]
    public async Task Who_asks_about_the_same_at_the_same_time_is_given_the_same_question()
    {
        var candidate = Of(await desk.Person());

        var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => desk.Asked(candidate.DeepClone().AsObject())));

        Assert.Single(asked.Select(question => question.Text("id")).Distinct());
    }

    [Fact]
    public async Task A_candidate_is_pending_until_answered_and_an_older_answer_never_replaces_a_newer()
    {
        var person = await desk.Person();
        var asked = await desk.Asked(Of(person));
        Assert.Equal(("PENDING", $"{person}"), (asked.Text("state"), asked.Text("personId")));

        await desk.Answered(asked, "HOLD", version: 3);
        await running.Service.Broker.PublishRestricted(Answer(asked, "CLEAR", 2), Answer(asked, "CLEAR", 1), Answer(asked, "HOLD", 3));
        await desk.Answered(await desk.Asked(Of(await desk.Person())), "CLEAR"); // It came after them.
        Assert.Equal("HOLD", (await desk.Secretary.Get($"clearances/{asked.Text("id")}")).Text("state"));
        await desk.Answered(asked, "CLEAR", version: 4);
        Assert.Equal(asked.Text("id"), (await desk.Asked(Of(person))).Text("id")); // The same question finds itself.
    }

    [Fact]
    public async Task An_award_that_is_contradicted_later_is_to_be_examined_once_more_and_only_readers_of_clearances_see_it()
    {
        var person = await desk.Person();
        var asked = await desk.Asked(Of(person));
        await desk.Answered(asked, "CLEAR");
        var decision = Today();
        decision["recipients"] = new JsonArray(Individual(person));
        var issued = await clerk.Posted("decisions", decision);
        await desk.Answered(await desk.Asked(Of(await desk.Person())), "CLEAR");

        var contradicted = TestEvents.Of(
            $"clearance/{asked.Text("id")}",
            new ClearanceContradicted(Guid.Parse(asked.Text("id"))),
            version: 2
        );
        await running.Service.Broker.PublishRestricted(contradicted, contradicted, Answer(asked, "HOLD", 3));

        await Eventually.True(
            "the note",
            async () =>
                (await desk.Secretary.Get("clearances?reExamine=true&limit=1000"))["items"]!
                    .AsArray()
                    .Any(x => x!.Text("decisionId") == issued.Text("id"))
        );
        Assert.Equal("CLEAR", (await desk.Secretary.Get($"clearances/{asked.Text("id")}")).Text("state")); // As it was when the award was decided.
        Assert.Equal(issued.ToJsonString(), (await clerk.Get($"decisions/{issued.Text("id")}")).ToJsonString());
    }

    [Fact]
    public async Task A_dropped_question_is_closed_once_and_asked_anew()
    {
        var person = await desk.Person();
        var asked = await desk.Asked(Of(person));

        Assert.Equal("DROPPED", (await desk.Secretary.Posted($"clearances/{asked.Text("id")}/closing", new JsonObject())).Text("outcome"));
        Assert.Equal(
            "awards.clearance-closed",
            await (await desk.Secretary.Post($"clearances/{asked.Text("id")}/closing", new JsonObject())).Refusal()
        );
        Assert.NotEqual(asked.Text("id"), (await desk.Asked(Of(person))).Text("id"));
    }

    [Fact]
    public async Task The_journal_keeps_who_was_shown_what_and_nothing_of_it_leaves()
    {
        var asked = await desk.Asked(Of(await desk.Person()));
        await desk.Secretary.Get($"clearances/{asked.Text("id")}");

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
        var id = (await desk.Asked(Of(await desk.Person()))).Text("id");
        var neighbour = running.Service.As(AwardsRunning.Neighbour, "awards.clearance");

        foreach (var path in new[] { "clearances", $"clearances/{id}" })
            Assert.Equal(HttpStatusCode.Forbidden, (await clerk.GetAsync($"{Calls.Awards}/{path}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await clerk.Post("clearances", Question(Of(await desk.Person())))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Calls.Awards}/clearances/{id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"clearances/{id}/closing", new JsonObject())).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post("clearances", Question(Of(await desk.Person())))).StatusCode);
        Assert.Empty((await neighbour.Get("clearances"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("""{}""", "candidates[0]")]
    [InlineData("""{"personId":"01980000-0000-7000-8000-0000000000ff"}""", "candidates[0].personId")]
    [InlineData("""{"unitId":"01980000-0000-7000-8000-0000000000ff"}""", "candidates[0].unitId")]
    public async Task A_wrong_candidate_is_refused_by_its_path(string candidate, string field)
    {
        var problem = await (await desk.Secretary.Post("clearances", Question(JsonNode.Parse(candidate)!.AsObject()))).Read(
            HttpStatusCode.BadRequest
        );

        Assert.NotNull(problem["errors"]![field]);
    }
}
