using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using Npgsql;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Petitions.Tests.Slices.EndedUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Open petitions of units that end, however the events of the directory arrive.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ReorganisationTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Petitions_end_up_in_the_same_unit_whatever_the_order_in_which_reorganisations_arrive()
    {
        var (first, second, third) = (await running.Commune(), await running.Commune(), Guid.CreateVersion7());
        var (one, other) = (await clerk.Received(Paper(unit: first)), await clerk.Received(Paper(unit: second)));
        var before = await clerk.Get($"{Book}/{one}");
        var (earlier, later) = (CarriedOut(first, second), CarriedOut(second, third));

        await running.Service.Broker.Publish(later.Event);
        await running.Followed(later.Id);
        await running.Service.Broker.Publish(earlier.Event, later.Event, earlier.Event, later.Event);
        await running.Followed(earlier.Id);
        await running.NothingWaits("petitions.reorganisations");

        foreach (var id in new[] { one, other })
        {
            var moved = await running.Row(id);
            Assert.Equal((third, 2), moved);
        }
        Assert.Equal(1, await running.Announced("reorganisation-followed", earlier.Id));
        Assert.Equal(1, await running.Announced("reorganisation-followed", later.Id));
        var deadline = await running.Service.Database.Scalar<DateOnly>("select due_on from petitions where id = $1", Guid.Parse(one));
        Assert.Equal(before.Text("dueOn"), $"{deadline:yyyy-MM-dd}");
        Assert.Equal(
            1,
            await running.Service.Database.Scalar<long>("select count(*) from deadlines where petition_id = $1", Guid.Parse(one))
        );
    }

    [Fact]
    public async Task What_is_closed_stays_with_the_unit_that_closed_it()
    {
        var commune = await running.Commune();
        var (open, closed) = (await clerk.Received(Paper("PHAN_ANH", commune)), await clerk.Received(Paper("PHAN_ANH", commune)));
        var suspended = await clerk.Received(Paper("PHAN_ANH", commune));
        await running.Service.Database.Execute("update petitions set state = 'SUSPENDED' where id = $1", Guid.Parse(suspended));
        await (
            await clerk.Post($"{Book}/{closed}/guidance", new JsonObject { ["guidedOn"] = "2026-08-06", ["documentNumber"] = "1" })
        ).Read();
        var heir = Guid.CreateVersion7();

        var reorganisation = CarriedOut(commune, heir);
        await running.Service.Broker.Publish(reorganisation.Event);
        await running.Followed(reorganisation.Id);

        Assert.Equal((heir, 2), await running.Row(open));
        Assert.Equal((heir, 2), await running.Row(suspended));
        Assert.Equal((commune, 2), await running.Row(closed));
    }

    [Fact]
    public async Task Of_several_successors_the_one_that_the_split_names_goes_on_with_the_petitions()
    {
        var (split, part, heir, next) = (await running.Commune(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (await clerk.Received(Paper(unit: split)), await clerk.Received(Paper(unit: split)));
        var before = await clerk.Get($"{Book}/{first}");
        // What became of the heir may be heard of first.
        var (reorganisation, later) = (CarriedOut(new UnitEnding(split, [part, heir], heir)), CarriedOut(heir, next));

        await running.Service.Broker.Publish(later.Event);
        await running.Followed(later.Id);
        await running.Service.Broker.Publish(reorganisation.Event, reorganisation.Event);
        await running.Followed(reorganisation.Id);
        await running.NothingWaits("petitions.reorganisations");

        Assert.Equal([(next, 2), (next, 2)], [await running.Row(first), await running.Row(second)]);
        Assert.Equal(1, await running.Announced("reorganisation-followed", reorganisation.Id));
        var due = await running.Service.Database.Scalar<DateOnly>("select due_on from petitions where id = $1", Guid.Parse(first));
        Assert.Equal(before.Text("dueOn"), $"{due:yyyy-MM-dd}");
    }

    [Fact]
    public async Task A_step_that_is_being_taken_on_a_petition_is_waited_for_and_kept()
    {
        var commune = await running.Commune();
        var id = await clerk.Received(Paper(unit: commune));
        var heir = Guid.CreateVersion7();
        var reorganisation = CarriedOut(commune, heir);
        await using (var connection = await running.Service.Database.Source.OpenConnectionAsync())
        await using (var step = await connection.BeginTransactionAsync())
        {
            await using (
                var taken = new NpgsqlCommand(
                    "update petitions set version = version + 1, document_number = '7' where id = $1",
                    connection,
                    step
                )
            )
            {
                taken.Parameters.Add(new() { Value = Guid.Parse(id) });
                await taken.ExecuteNonQueryAsync();
            }
            await running.Service.Broker.Publish(reorganisation.Event);
            await Eventually.True(
                "the reaction to wait for the step",
                async () =>
                    await running.Service.Database.Scalar<long>(
                        "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
                    ) > 0
            );
            await step.CommitAsync();
        }
        await running.Followed(reorganisation.Id);

        Assert.Equal((heir, 3), await running.Row(id));
        Assert.Equal(
            "7",
            await running.Service.Database.Scalar<string>("select document_number from petitions where id = $1", Guid.Parse(id))
        );
    }

    [Fact]
    public async Task The_latest_question_about_the_impact_is_answered_once()
    {
        var commune = await running.Commune();
        await clerk.Received(Paper(unit: commune));
        await clerk.Received(Paper(unit: commune));
        await (await clerk.Post($"{Book}/{await clerk.Received(Paper(unit: commune))}/guidance", Steps.Body("guidance"))).Read();
        await clerk.Asked(await clerk.Received(), commune);
        var closed = await clerk.Received();
        await clerk.Asked(closed, commune);
        await (await clerk.Post($"{Book}/{closed}/guidance", Steps.Body("guidance"))).Read();
        var id = Guid.CreateVersion7();
        var (first, second) = (Asked(id, 1, commune), Asked(id, 2, commune));

        await running.Service.Broker.Publish(second, second);
        await Eventually.True("an answer", async () => await running.Announced("reorganisation-impact-counted", id) == 1);
        await running.Service.Broker.Publish(first, second, first);
        await running.NothingWaits("petitions.reorganisation-impact");
        var marker = Guid.CreateVersion7();
        await running.Service.Broker.Publish(Asked(marker, 1, commune));
        await Eventually.True("an answer to the next", async () => await running.Announced("reorganisation-impact-counted", marker) == 1);

        Assert.Equal(1, await running.Announced("reorganisation-impact-counted", id));
        Assert.Equal(
            "2 PETITIONS, 2 of them undecided; 1 CO_HANDLINGS, 1 of them undecided",
            await running.Service.Database.Scalar<string>(
                """
                select string_agg(format('%s %s, %s of them undecided', c ->> 'count', c ->> 'work', c ->> 'undecided'), '; ')
                from chassis.journal, jsonb_array_elements(data -> 'counts') c where subject = $1 and data ->> 'round' = '2'
                """,
                $"reorganisation-part/{id}"
            )
        );
    }

    static TestEvent Asked(Guid id, int round, Guid unit) =>
        TestEvents.Of(
            $"reorganisation-plan/{id}",
            new ReorganisationImpactAsked(id, round, TheDay, [unit], HeirlessUnitIds: [unit]),
            PetitionsRunning.Province,
            version: 1 + round
        );
}
