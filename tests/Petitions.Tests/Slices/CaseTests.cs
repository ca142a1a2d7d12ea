using System.Net;
using System.Text.Json.Nodes;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Papers join cases and are split over HTTP: papers are more, cases are not.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class CaseTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task A_duplicate_raises_the_papers_and_not_the_cases_and_keeps_its_receipt_and_its_petitioner()
    {
        var (leading, second, third) = (await clerk.Received(), await clerk.Received(), await clerk.Received());
        await (await clerk.Post($"{Book}/{third}/case", Joining(second))).Read();

        var merged = await (await clerk.Post($"{Book}/{second}/case", Joining(leading))).Read();

        Assert.Equal(("MERGED", leading), (merged.Text("state"), merged["intake"]!.Text("caseId")));
        foreach (var id in new[] { leading, second, third })
        {
            var its = await clerk.Get($"{Book}/{id}/case");
            Assert.Equal((leading, leading), (its.Text("id"), its.Text("leadingId")));
            Assert.Equal([leading, second, third], its["papers"]!.AsArray().Select(paper => paper!.Text("id")));
        }
        Assert.Equal(1, await Cases(leading, second, third));
        var readings = await clerk.Post($"{Book}/{third}/identity-readings", Steps.Body("identity-readings"));
        Assert.Equal("Nguyễn Thị Thử", (await readings.Read()).Text("fullName"));
        Assert.Equal([second, leading], await Told(third));
        Assert.Equal([leading], await Told(second));
        await (await clerk.Post($"{Book}/{leading}/acceptance", ChainTests.Acceptance())).Read();
        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{Book}/{second}/acceptance", ChainTests.Acceptance())).Refusal());
    }

    [Fact]
    public async Task A_paper_joins_the_case_of_a_paper_that_has_joined_another()
    {
        var (leading, second, third) = (await clerk.Received(), await clerk.Received(), await clerk.Received());
        await (await clerk.Post($"{Book}/{second}/case", Joining(leading))).Read();

        var merged = await (await clerk.Post($"{Book}/{third}/case", Joining(second))).Read();

        Assert.Equal(leading, merged["intake"]!.Text("caseId"));
    }

    [Fact]
    public async Task A_paper_that_the_caller_may_not_know_of_is_unknown()
    {
        var id = await clerk.Received();
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.write", "petitions.decide");
        var theirs = await neighbour.Received(Paper(unit: PetitionsRunning.Neighbour));

        var problem = await (await clerk.Post($"{Book}/{id}/case", Joining(theirs))).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["ofPetitionId"]);
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.GetAsync($"{Book}/{id}/case")).StatusCode);
    }

    [Fact]
    public async Task Of_two_papers_that_join_each_other_at_once_one_leads()
    {
        for (var round = 0; round < 10; round++)
        {
            var (one, other) = (await clerk.Received(), await clerk.Received());

            var answers = await Task.WhenAll(
                clerk.Post($"{Book}/{one}/case", Joining(other)),
                clerk.Post($"{Book}/{other}/case", Joining(one))
            );

            Assert.True(answers.Count(answer => answer.IsSuccessStatusCode) <= 1);
            Assert.All(answers, answer => Assert.True(answer.IsSuccessStatusCode || (int)answer.StatusCode is 409 or 503));
            Assert.NotEqual(
                ("MERGED", "MERGED"),
                ((await clerk.Get($"{Book}/{one}")).Text("state"), (await clerk.Get($"{Book}/{other}")).Text("state"))
            );
        }
    }

    [Fact]
    public async Task A_paper_of_several_contents_becomes_petitions_with_their_own_kinds_clocks_and_cases()
    {
        var paper = await clerk.Received();

        var answer = await (await clerk.Post($"{Book}/{paper}/parts", Parts("Thu tiền đo đạc sai quy định"))).Read();

        var part = Assert.Single(answer["parts"]!.AsArray())!;
        Assert.Equal(("TO_CAO", "2026-08-03", "TC.INIT"), (part.Text("kind"), part.Text("receivedOn"), part["deadline"]!.Text("rule")));
        Assert.Equal(paper, part["intake"]!.Text("paperId"));
        Assert.Equal(2, await Cases(paper, part.Text("id")));
        Assert.Equal(part.Text("id"), Assert.Single((await clerk.Get($"{Book}/{paper}/case"))["parts"]!.AsArray())!.Text("id"));
        Assert.Equal(paper, Assert.Single((await clerk.Get($"{Book}/{part.Text("id")}/case"))["parts"]!.AsArray())!.Text("id"));
        await IdentityGrantTests.Granted(running.Head, $"{Book}/{part.Text("id")}", "XAC_MINH");
        var readings = await clerk.Post($"{Book}/{part.Text("id")}/identity-readings", Steps.Body("identity-readings"));
        Assert.Equal("Nguyễn Thị Thử", (await readings.Read()).Text("fullName"));
        var history = (await clerk.Get($"{Book}/{paper}/history")).AsArray();
        Assert.EndsWith("petition-split.v1", history[1]!.Text("type"), StringComparison.Ordinal);
        Assert.Equal(paper, (await clerk.Get($"{Book}/{part.Text("id")}/history"))[0]!["data"]!.Text("paperId"));
    }

    [Fact]
    public async Task A_part_that_names_the_petitioner_or_a_place_that_nobody_knows_splits_nothing()
    {
        var paper = await clerk.Received();
        var naming = await (await clerk.Post($"{Book}/{paper}/parts", Parts("Bà Nguyễn Thị Thử bị thu tiền"))).Read(
            HttpStatusCode.BadRequest
        );
        Assert.NotNull(naming["errors"]!["parts[0].summary"]);
        var nowhere = Parts("Thu tiền");
        nowhere["parts"]![0]!["placeUnitId"] = Guid.CreateVersion7();

        var problem = await (await clerk.Post($"{Book}/{paper}/parts", nowhere)).Read(HttpStatusCode.BadRequest);

        Assert.NotNull(problem["errors"]!["parts[0].placeUnitId"]);
        Assert.Empty((await clerk.Get($"{Book}/{paper}/case"))["parts"]!.AsArray());
    }

    public static JsonObject Joining(string other) =>
        new()
        {
            ["ofPetitionId"] = other,
            ["mergedOn"] = "2026-08-05",
            ["documentNumber"] = "08/PĐX",
        };

    public static JsonObject Parts(string summary) =>
        new()
        {
            ["parts"] = new JsonArray(
                new JsonObject
                {
                    ["kind"] = "TO_CAO",
                    ["field"] = "HANH_CHINH",
                    ["summary"] = summary,
                }
            ),
            ["splitOn"] = "2026-08-04",
        };

    Task<long> Cases(params string[] petitions) =>
        running.Service.Database.Scalar<long>(
            "select count(distinct c.id) from cases c join petitions p on p.case_id = c.id where p.id = any($1) and (select count(*) from cases where id = any($1)) = (select count(distinct case_id) from petitions where id = any($1))",
            [petitions.Select(Guid.Parse).ToArray()]
        );

    /// <summary>The cases that this paper was told to have joined.</summary>
    async Task<string[]> Told(string id) =>
        [
            .. (await clerk.Get($"{Book}/{id}/history"))
                .AsArray()
                .Where(entry => entry!.Text("type").EndsWith("petition-merged.v1", StringComparison.Ordinal))
                .Select(entry => entry!["data"]!.Text("caseId")),
        ];
}
