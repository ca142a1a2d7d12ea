using System.Text.Json.Nodes;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Awards.Tests.Slices.Bodies;
using static DanVan.Awards.Tests.Slices.EndedUnits;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Running movements and models of units that end.</summary>
[Collection<Slice>]
public sealed class ReorganisationTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task What_goes_on_goes_to_the_successor_and_what_has_ended_stays()
    {
        var (ended, heir) = (await running.Commune(), await running.Commune());
        var going = await clerk.Entered("movements", Movement(ended));
        var closed = await clerk.Closed(ended);
        var model = await clerk.Entered("models", Model(ended));
        var discontinued = await clerk.Discontinued(ended);

        await Carried(ended, heir);

        Assert.Equal($"{heir}", (await clerk.Get($"movements/{going}")).Text("unitId"));
        Assert.Equal($"{ended}", (await clerk.Get($"movements/{closed}")).Text("unitId"));
        Assert.Equal($"{ended}", (await clerk.Get($"models/{discontinued}")).Text("unitId"));
        var moved = await clerk.Get($"models/{model}");
        Assert.Equal(($"{heir}", "2021-07-01", 2), (moved.Text("unitId"), moved.Text("registeredOn"), moved.Number("version")));
    }

    [Fact]
    public async Task What_has_no_successor_is_listed_until_a_person_decides()
    {
        var ended = await running.Commune();
        var (movement, model) = (await clerk.Entered("movements", Movement(ended)), await clerk.Entered("models", Model(ended)));
        var (closed, discontinued) = (await clerk.Closed(ended), await clerk.Discontinued(ended));
        await running.Know(Unit(ended, 2, end: TheDay));

        await Carried(ended);

        foreach (var (list, id, done) in new[] { ("movements", movement, closed), ("models", model, discontinued) })
        {
            var waiting = (await clerk.Get($"{list}?ofEndedUnits=true&limit=1000"))["items"]!.AsArray();
            Assert.Contains(waiting, line => line!.Text("id") == id);
            Assert.DoesNotContain(waiting, line => line!.Text("id") == done);
            Assert.Equal(1, (await clerk.Get($"{list}/{id}")).Number("version"));
        }
    }

    [Fact]
    public async Task The_impact_counts_what_goes_on_in_the_units_that_would_end_and_what_would_wait_for_a_person()
    {
        var (ended, abolished) = (await running.Commune(), await running.Commune());
        await clerk.Entered("movements", Movement(ended));
        await clerk.Entered("models", Model(ended));
        await clerk.Entered("models", Model(abolished));
        await clerk.Closed(ended);
        await clerk.Discontinued(ended);
        var id = Guid.CreateVersion7();

        var asked = TestEvents.Of(
            $"reorganisation-plan/{id}",
            new ReorganisationImpactAsked(id, 1, TheDay, [ended, abolished], [abolished]),
            AwardsRunning.Province
        );
        await running.Service.Broker.Publish(asked, asked);

        await Announced("reorganisation-impact-counted", id);
        Assert.Equal(
            "MOVEMENTS 1 (0), MODELS 2 (1)",
            await running.Service.Database.Scalar<string>(
                """
                select string_agg(format('%s %s (%s)', c ->> 'work', c ->> 'count', c ->> 'undecided'), ', ' order by n)
                from chassis.journal, jsonb_array_elements(data -> 'counts') with ordinality as counts (c, n) where subject = $1
                """,
                $"reorganisation-part/{id}"
            )
        );
    }

    async Task Carried(Guid ended, params Guid[] successors)
    {
        var id = Guid.CreateVersion7();
        var carriedOut = TestEvents.Of(
            $"reorganisation-plan/{id}",
            new ReorganisationCarriedOut(id, TheDay, "NQ 7/TEST", [new(ended, successors)]),
            AwardsRunning.Province
        );
        await running.Service.Broker.Publish(carriedOut, carriedOut);
        await Announced("reorganisation-followed", id);
    }

    Task Announced(string what, Guid reorganisation) =>
        Eventually.True(
            $"{what} of {reorganisation}",
            async () =>
                await running.Service.Database.Scalar<long>(
                    "select count(*) from chassis.journal where type = $1 and subject = $2",
                    $"vn.danvan.awards.{what}.v1",
                    $"reorganisation-part/{reorganisation}"
                ) == 1
        );
}
