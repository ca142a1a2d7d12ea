using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static DanVan.Awards.Tests.Slices.Bodies;
using static DanVan.Awards.Tests.Slices.ClearanceDesk;

namespace DanVan.Awards.Tests.Slices;

/// <summary>What a decision does without an answer, and with which.</summary>
[Collection<Slice>]
public sealed class ClearedDecisionSlices(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;
    readonly ClearanceDesk desk = new(running);

    [Fact]
    public async Task A_decision_waits_for_CLEAR_of_each_candidate_that_can_be_asked_about()
    {
        var person = await desk.Person();
        var decision = (await clerk.Posted("decisions", Today())).Text("id");
        var list = Recipients(Individual(person), Recipient("Xã Một", "COLLECTIVE"), Recipient("Chỉ có tên"));
        await NotCleared(decision, list, "recipients[0]");

        var (asked, ofUnit) = (await desk.Asked(Of(person)), await desk.Asked(OfUnit(AwardsRunning.Commune)));
        await NotCleared(decision, list, "recipients[0]");
        await desk.Answered(asked, "HOLD");
        await NotCleared(decision, list, "recipients[0]");
        await desk.Answered(asked, "CLEAR", version: 2);
        await NotCleared(decision, list, "recipients[1]");
        await desk.Answered(ofUnit, "CLEAR");
        await clerk.Posted($"decisions/{decision}/recipients", list.DeepClone());

        var used = await desk.Secretary.Get($"clearances/{asked.Text("id")}");
        Assert.Equal(("DECIDED", decision), (used.Text("outcome"), used.Text("decisionId")));
        // Another award asks anew.
        await NotCleared((await clerk.Posted("decisions", Today())).Text("id"), Recipients(Individual(person)), "recipients[0]");
    }

    [Fact]
    public async Task Whoever_decides_is_refused_in_the_same_words_whatever_the_answer_is()
    {
        var (unasked, pending, held) = (await desk.Person(), await desk.Person(), await desk.Person());
        await desk.Asked(Of(pending));
        await desk.Answered(await desk.Asked(Of(held)), "HOLD");
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
        decision["recipients"] = new JsonArray(Individual(await desk.Person()), Recipient("Xã Một", "COLLECTIVE"));
        var entered = (await clerk.Posted("decisions", decision)).Text("id");

        var later = Decision();
        later["presentedOn"] = null;
        later["decidedOn"] = "2023-12-31";
        later["recipients"] = new JsonArray(Individual(await desk.Person()));
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
        decision["recipients"] = new JsonArray(Individual(await desk.Person()));
        Assert.Equal("awards.not-historical", await (await clerk.Post("decisions", decision)).Refusal(HttpStatusCode.BadRequest));

        decision["decidedOn"] = "2024-05-19";
        var entered = await clerk.Posted("decisions", decision);

        Assert.True(entered["historical"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Who_is_rewarded_by_personId_is_a_known_individual()
    {
        var decision = (await clerk.Posted("decisions", Decision())).Text("id");
        var (unknown, collective) = (Individual(Guid.CreateVersion7()), Recipient("Xã Một", "COLLECTIVE"));
        collective["personId"] = await desk.Person();

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
}
