using System.Text.Json;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Support;
using static DanVan.Directory.Tests.Slices.ReorganisationBodies;

namespace DanVan.Directory.Tests.Slices;

/// <summary>What the services answer, in whatever order and however often it arrives.</summary>
public class AnswerSlices(ReorganisationRunning running) : IClassFixture<ReorganisationRunning>
{
    static readonly DateOnly Later = TimeProvider.System.Today().AddDays(1000);

    readonly HttpClient root = running.As(RootUnit.Id);

    [Fact]
    public async Task An_answer_counts_for_its_own_question_and_once()
    {
        var (_, one, _) = await running.Province("22");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Abolish(one))).Done()).Id();
        await root.Send(HttpMethod.Post, $"/{id}/impact").Done();
        await root.Send(HttpMethod.Post, $"/{id}/impact").Done();

        await running.Platform.Broker.Publish(
            Petitions(id, round: 1, 11),
            Petitions(id, round: 2, 12),
            Petitions(id, round: 2, 13),
            Awards(id, 3)
        );
        await Eventually.True("the answer of awards", async () => await Answer(id, "awards") == "ANSWERED 3");
        Assert.Equal("ANSWERED 12", await Answer(id, "petitions"));
    }

    [Fact]
    public async Task An_answer_after_the_limit_is_taken_and_an_answer_to_a_draft_that_was_changed_is_not_one_to_the_new_draft()
    {
        var (_, one, other) = await running.Province("24");
        var id = (await root.Send(HttpMethod.Post, "/", Draft(Later, Abolish(one))).Done()).Id();
        await root.Send(HttpMethod.Post, $"/{id}/impact").Done();
        await Eventually.True("petitions shown as unanswered", async () => await Answer(id, "petitions") == "UNANSWERED ");

        await running.Platform.Broker.Publish(Petitions(id, round: 1, 7));
        await Eventually.True("the late answer", async () => await Answer(id, "petitions") == "ANSWERED 7");

        await root.Send(HttpMethod.Put, $"/{id}", Draft(Later, Abolish(other))).Done();
        Assert.False((await root.Send(HttpMethod.Get, $"/{id}/impact").Done()).GetProperty("ofPresentDraft").GetBoolean());
        var (status, problem) = await root.Send(HttpMethod.Post, $"/{id}/signature", Signature());
        Assert.Equal((409, "reorganisations.impact-not-asked"), (status, problem.Text("code")));
    }

    [Fact]
    public async Task It_is_closed_once_when_the_last_service_has_told_however_often_and_by_whichever_replica()
    {
        await using var replica = await running.Service.Replica(Settings);
        var (province, one, other) = await running.Province("25");
        // Its day was yesterday: entered late, it is carried out as soon as it is signed.
        var id = await root.Signed(Draft(TimeProvider.System.Today().AddDays(-1), Merge(province, "25001", one, other)));
        await Eventually.True("the reorganisation to be carried out", async () => await root.State(id) == "CARRIED_OUT");

        await running.Platform.Broker.Publish(
            Followed(id, new DanVan.Petitions.Contracts.V1.ReorganisationFollowed(id, [new("PETITIONS", 5, 1)])),
            Followed(id, new DanVan.Reporting.Contracts.V1.ReorganisationFollowed(id, [])),
            Followed(id, new DanVan.Conferences.Contracts.V1.ReorganisationFollowed(id, []))
        );
        await Eventually.True("three services to have followed", async () => await Followers(id) == 3);
        Assert.Equal("CARRIED_OUT", await root.State(id));

        var last = Followed(id, new DanVan.Awards.Contracts.V1.ReorganisationFollowed(id, [new("MODELS", 2, 0)]));
        var again = Followed(id, new DanVan.Petitions.Contracts.V1.ReorganisationFollowed(id, [new("PETITIONS", 9, 9)]));
        await running.Platform.Broker.Publish([last, again, last, again, last, again]);
        await Eventually.True("the reorganisation to be closed", async () => await root.State(id) == "CLOSED");
        await Eventually.True(
            "all answers to be taken",
            async () => await running.Platform.Broker.Messages("directory.reorganisations") == 0
        );

        var petitions = (await root.Send(HttpMethod.Get, $"/{id}/following").Done())
            .GetProperty("services")
            .EnumerateArray()
            .Single(service => service.Text("service") == "petitions");
        Assert.Equal(5, petitions.GetProperty("moves")[0].GetProperty("moved").GetInt32());
        await Eventually.True(
            "one event that it was closed",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from chassis.journal where type = 'vn.danvan.directory.reorganisation-closed.v1' and subject = $1",
                    $"reorganisation-plan/{id}"
                ) == 1
        );
    }

    static TestEvent Petitions(Guid id, int round, int count) =>
        TestEvents.Of(
            $"reorganisation-part/{id}",
            new DanVan.Petitions.Contracts.V1.ReorganisationImpactCounted(id, round, [new("PETITIONS", count)]),
            version: round
        );

    static TestEvent Awards(Guid id, int count) =>
        TestEvents.Of(
            $"reorganisation-part/{id}",
            new DanVan.Awards.Contracts.V1.ReorganisationImpactCounted(id, 2, [new("MODELS", count)])
        );

    static TestEvent Followed<T>(Guid id, T followed)
        where T : class => TestEvents.Of($"reorganisation-part/{id}", followed, version: 3);

    async Task<string> Answer(Guid id, string service)
    {
        var answer = (await root.Send(HttpMethod.Get, $"/{id}/impact").Done())
            .GetProperty("services")
            .EnumerateArray()
            .Single(one => one.Text("service") == service);
        return $"{answer.Text("state")} {string.Join(' ', answer.GetProperty("counts").EnumerateArray().Select(one => one.GetProperty("count")))}";
    }

    async Task<int> Followers(Guid id) =>
        (await root.Send(HttpMethod.Get, $"/{id}/following").Done())
            .GetProperty("services")
            .EnumerateArray()
            .Count(service => service.TryGetProperty("doneAt", out var at) && at.ValueKind is not JsonValueKind.Null);
}
