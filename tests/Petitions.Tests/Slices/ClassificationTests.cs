using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Petitions are classified over HTTP, and what follows is answered and told.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ClassificationTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Content_corrects_the_title_and_the_first_duty_is_counted_anew()
    {
        var id = await clerk.Received();

        var answer = await (await clerk.Post($"{Book}/{id}/classification", Found("PHAN_ANH"))).Read();

        Assert.Equal(("ELIGIBLE", 2), (answer["judgement"]!.Text("outcome"), answer["version"]!.GetValue<int>()));
        Assert.Equal("ACCEPT", answer["judgement"]!["handling"]![0]!.Text("action"));
        var petition = await clerk.Get($"{Book}/{id}");
        Assert.Equal(("PHAN_ANH", "RECEIVED", "2026-08-17"), (petition.Text("kind"), petition.Text("state"), petition.Text("dueOn")));
        Assert.Equal("ELIGIBLE", petition["intake"]!.Text("eligibility"));
        var deadlines = (await clerk.Get($"{Book}/{id}/deadlines")).AsArray();
        Assert.Equal(
            [("KN.ACC", true), ("TCD.REPLY", false)],
            deadlines.Select(d => (d!.Text("rule"), d!["superseded"]!.GetValue<bool>()))
        );
        Assert.Equal(("PHAN_ANH", "TCD.REPLY"), await Told(id));
    }

    [Fact]
    public async Task What_is_not_eligible_is_filed_with_its_ground_and_the_day_until_which_it_is_kept()
    {
        var id = await clerk.Received();

        var answer = await (await clerk.Post($"{Book}/{id}/classification", Found("KHIEU_NAI", "E8"))).Read();

        var (judgement, petition) = (answer["judgement"]!, answer["petition"]!);
        Assert.Equal(("NOT_ELIGIBLE", "2027-08-05"), (judgement.Text("outcome"), judgement.Text("keepUntil")));
        Assert.Contains("Đ24.3", judgement.Text("ground"), StringComparison.Ordinal);
        Assert.Equal(("FILED", "E8"), (petition.Text("state"), petition.Text("ground")));
        Assert.Equal("E8", (await clerk.Get($"{Book}/{id}/history"))[1]!["data"]!["failedChecks"]![0]!.GetValue<string>());
        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{Book}/{id}/classification", Found("KHIEU_NAI"))).Refusal());
    }

    [Fact]
    public async Task An_anonymous_denunciation_with_evidence_ends_as_information()
    {
        var paper = Paper("TO_CAO");
        paper.Remove("petitioner");
        var id = await clerk.Received(paper);
        var found = Found("TO_CAO");
        found["concreteEvidence"] = true;

        var answer = await (await clerk.Post($"{Book}/{id}/classification", found)).Read();

        Assert.Equal(("INSPECTION_INFORMATION", "INFO_ONLY"), (answer["judgement"]!.Text("outcome"), answer["petition"]!.Text("state")));
        Assert.Equal("Luật Tố cáo Đ25.2", answer["judgement"]!.Text("ground"));
        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{Book}/{id}/acceptance", ChainTests.Acceptance())).Refusal());
    }

    [Fact]
    public async Task A_check_that_nobody_knows_is_refused_and_changes_nothing()
    {
        var id = await clerk.Received();

        var problem = await (await clerk.Post($"{Book}/{id}/classification", Found("KHIEU_NAI", "E4"))).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["failedChecks"]);
        Assert.Equal(1, (await clerk.Get($"{Book}/{id}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task Eligibility_is_tried_without_a_case_and_its_table_is_read()
    {
        var tried = new JsonObject
        {
            ["kind"] = "KHIEU_NAI",
            ["channel"] = "CO_QUAN_CHUYEN_DEN",
            ["field"] = "HANH_CHINH",
            ["failedChecks"] = new JsonArray(),
            ["competent"] = false,
            ["on"] = "2026-08-05",
        };

        var judgement = await (await clerk.Post($"{Book}/eligibility/what-if", tried)).Read();

        Assert.Equal(("RETURN", "04"), (judgement["handling"]![0]!.Text("action"), judgement["handling"]![0]!.Text("form")));
        Assert.Contains((await clerk.Get($"{Book}/eligibility/rules"))["checks"]!.AsArray(), check => check!.Text("id") == "E10");
        tried["failedChecks"] = new JsonArray("E4");
        Assert.NotNull(
            (await (await clerk.Post($"{Book}/eligibility/what-if", tried.DeepClone())).Read(HttpStatusCode.BadRequest))["errors"]![
                "failedChecks"
            ]
        );
        tried["kind"] = "DON_THU";
        Assert.NotNull(
            (await (await clerk.Post($"{Book}/eligibility/what-if", tried.DeepClone())).Read(HttpStatusCode.BadRequest))["errors"]!["kind"]
        );
    }

    /// <summary>A classification of 5 August by a unit that is competent.</summary>
    public static JsonObject Found(string kind, params string[] failed) =>
        new()
        {
            ["kind"] = kind,
            ["failedChecks"] = new JsonArray([.. failed.Select(id => (JsonNode)id)]),
            ["competent"] = true,
            ["classifiedOn"] = "2026-08-05",
            ["documentNumber"] = "07/PĐX",
        };

    async Task<(string Kind, string Rule)> Told(string id)
    {
        var told = (await clerk.Get($"{Book}/{id}/history"))[1]!["data"]!;
        return (told.Text("kind"), told.Text("ruleId"));
    }
}
