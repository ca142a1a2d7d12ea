using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>The side steps of complaints and denunciations, as a clerk takes them.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ProcedureTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_petition_taken_back_under_threat_stays_open_and_one_taken_back_freely_ends_by_a_decision()
    {
        var path = $"{Book}/{await clerk.Accepted("TO_CAO")}";

        var coerced = await clerk.Take(path, "withdrawals", Steps.Body("withdrawals"));
        Assert.Equal("ACCEPTED", coerced.Text("state"));
        var record = Assert.Single(coerced["procedure"]!["withdrawals"]!.AsArray())!;
        Assert.Equal(("COERCED", "LETTER"), (record.Text("stillExamined"), record.Text("form")));

        var free = Steps.Body("withdrawals");
        free["stillExamined"] = null;
        var ended = await clerk.Take(path, "withdrawals", free);
        Assert.Equal(("WITHDRAWN", "TC.ACC.NOTIFY"), (ended.Text("state"), ended["deadline"].Text("rule")));
        var stopped = await clerk.Take(path, "stopping", Steps.Stopping("TC.STOP.WITHDRAWN"));
        Assert.Equal(("STOPPED", "2026-08-21"), (stopped.Text("state"), stopped["procedure"].Text("sendBy")));

        var history = (await clerk.Get($"{path}/history")).AsArray();
        Assert.Equal(
            ["received", "accepted", "withdrawn", "withdrawn", "stopped"],
            history.Select(entry => entry!.Text("type").Split('.')[3].Split('-')[^1])
        );
        Assert.Equal([false, true], history.Skip(2).Take(2).Select(entry => entry!["data"]!["ended"]!.GetValue<bool>()));
        Assert.Equal("2026-08-21", history[^1]!["data"].Text("sendBy"));
    }

    [Fact]
    public async Task A_stop_names_its_ground()
    {
        var path = $"{Book}/{await clerk.Accepted("KHIEU_NAI")}";

        var problem = await (await clerk.Post($"{path}/stopping", Steps.Stopping("TC.STOP.DIED"))).Read(HttpStatusCode.BadRequest);
        Assert.NotNull(problem["errors"]!["ground"]);
        Assert.Equal("KN.STOP.COURT", (await clerk.Take(path, "stopping", Steps.Stopping("KN.STOP.COURT"))).Text("ground"));
    }

    [Fact]
    public async Task A_dialogue_comes_before_the_decision_when_claim_and_verification_differ()
    {
        var path = $"{Book}/{await clerk.Accepted("KHIEU_NAI")}";
        var decision = ChainTests.Resolution("SAI");
        decision["findingsDiffer"] = true;

        Assert.Equal("petitions.dialogue-missing", await (await clerk.Post($"{path}/resolution", decision.DeepClone())).Refusal());
        Assert.Equal(
            "petitions.dialogue-notice-too-late",
            await (await clerk.Post($"{path}/dialogues", Steps.Dialogue("2026-08-13", "2026-08-17"))).Refusal()
        );
        var held = await clerk.Take(path, "dialogues", Steps.Dialogue("2026-08-12", "2026-08-17"));
        Assert.Equal("PRESENT", Assert.Single(held["procedure"]!["dialogues"]!.AsArray()).Text("attendance"));

        var resolved = await clerk.Take(path, "resolution", decision);
        Assert.Equal("2026-09-04", resolved["procedure"].Text("sendBy")); // 3 working days: Monday 31 August, 3 and 4 September
    }
}
