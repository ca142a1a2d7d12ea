using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>From a petition to that of the next round, over HTTP.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class RoundSliceTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_second_complaint_stands_in_the_book_of_the_superior_linked_to_the_first()
    {
        var first = await Resolved("KHIEU_NAI");

        var second = await (await clerk.Post(Book, Next(first, "2026-09-28"))).Read(HttpStatusCode.Created);

        Assert.Equal((2, first), (second["procedure"]!["round"]!.GetValue<int>(), second["procedure"].Text("firstPetitionId")));
        Assert.Equal(("KN.ACC", "2026-10-07"), (second["deadline"].Text("rule"), second["deadline"].Text("due")));
        var path = $"{Book}/{second.Text("id")}";
        var lodging = (await clerk.Get($"{path}/deadlines")).AsArray().Single(d => d!.Text("rule") == "KN.APPEAL")!;
        Assert.Equal(("2026-10-01", true), (lodging.Text("due"), lodging["inTime"]!.GetValue<bool>()));
        Assert.Equal(2, (await clerk.Get($"{path}/history")).AsArray()[0]!["data"]!["round"]!.GetValue<int>());

        var accepted = await clerk.Take(path, "acceptance", Accepted("2026-10-05"));
        Assert.Equal(("KN.R2", "2026-11-19"), (accepted["deadline"].Text("rule"), accepted.Text("dueOn")));
        var decision = ChainTests.Resolution("SAI");
        decision["resolvedOn"] = "2026-11-13";
        Assert.Equal("petitions.dialogue-missing", await (await clerk.Post($"{path}/resolution", decision.DeepClone())).Refusal());
        await clerk.Take(path, "dialogues", Steps.Dialogue("2026-10-12", "2026-10-19"));
        await clerk.Take(path, "resolution", decision);
        Assert.Equal("2026-11-20", (await clerk.Get($"{path}/history")).AsArray()[^1]!["data"].Text("sendBy"));
    }

    [Fact]
    public async Task One_lodged_too_late_is_not_accepted_and_the_limit_explained()
    {
        var late = await clerk.Received(Next(await Resolved("KHIEU_NAI"), "2026-10-02"));

        var problem = await (await clerk.Post($"{Book}/{late}/acceptance", Accepted("2026-10-05"))).Read(HttpStatusCode.Conflict);

        Assert.Equal("petitions.lodged-too-late", problem.Text("code"));
        Assert.Contains("01/10/2026", problem.Text("detail"), StringComparison.Ordinal);
        var excused = Accepted("2026-10-05");
        excused["lateForGoodReason"] = true;
        Assert.Equal("ACCEPTED", (await clerk.Take($"{Book}/{late}", "acceptance", excused)).Text("state"));
    }

    [Fact]
    public async Task A_denunciation_that_is_repeated_is_reviewed_within_20_days()
    {
        var again = Next(await Resolved("TO_CAO"), "2026-10-01");
        again["kind"] = "TO_CAO";

        var received = await (await clerk.Post(Book, again)).Read(HttpStatusCode.Created);

        Assert.Equal(("TC.AGAIN", "2026-10-21"), (received["deadline"].Text("rule"), received.Text("dueOn")));
    }

    [Fact]
    public async Task Nobody_goes_on_from_a_petition_of_a_neighbour_or_names_a_decision_on_none()
    {
        var first = await Resolved("KHIEU_NAI");
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write");

        var foreign = Next(first, "2026-09-28");
        foreign["unitId"] = $"{PetitionsRunning.Neighbour}";
        Assert.Equal("petitions.unknown-first", await (await neighbour.Post(Book, foreign)).Refusal(HttpStatusCode.NotFound));
        var alone = Next(first, "2026-09-28");
        alone["firstPetitionId"] = null;
        Assert.Equal("petitions.first-missing", await (await clerk.Post(Book, alone)).Refusal(HttpStatusCode.BadRequest));
        var same = Next(first, "2026-09-28");
        same["unitId"] = $"{PetitionsRunning.Committee}";
        Assert.Equal("petitions.next-round-is-with-the-superior", await (await clerk.Post(Book, same)).Refusal());
    }

    async Task<string> Resolved(string kind)
    {
        var id = await clerk.Accepted(kind);
        await clerk.Take($"{Book}/{id}", "resolution", ChainTests.Resolution("SAI"));
        return id;
    }

    // The decision of 28 August was received on 1 September.
    static JsonObject Next(string first, string receivedOn)
    {
        var paper = Paper(unit: PetitionsRunning.Province);
        paper["receivedOn"] = receivedOn;
        paper["firstPetitionId"] = first;
        paper["firstDecisionReceivedOn"] = "2026-09-01";
        return paper;
    }

    static JsonObject Accepted(string on) => new() { ["acceptedOn"] = on, ["documentNumber"] = "02/TB" };
}
