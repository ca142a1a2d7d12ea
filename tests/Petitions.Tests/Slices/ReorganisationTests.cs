using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using Npgsql;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Open petitions of units that end, however the events of the directory arrive.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class ReorganisationTests(PetitionsRunning running)
{
    static readonly DateOnly TheDay = new(2026, 9, 1);

    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Petitions_end_up_in_the_same_unit_whatever_the_order_in_which_reorganisations_arrive()
    {
        var (first, second, third) = (await Commune(), await Commune(), Guid.CreateVersion7());
        var (one, other) = (await clerk.Received(Paper(unit: first)), await clerk.Received(Paper(unit: second)));
        var before = await clerk.Get($"{Book}/{one}");
        var (earlier, later) = (CarriedOut(first, second), CarriedOut(second, third));

        await running.Service.Broker.Publish(later.Event);
        await Followed(later.Id);
        await running.Service.Broker.Publish(earlier.Event, later.Event, earlier.Event, later.Event);
        await Followed(earlier.Id);
        await NothingWaits("petitions.reorganisations");

        foreach (var id in new[] { one, other })
        {
            var moved = await Row(id);
            Assert.Equal((third, 2), moved);
        }
        Assert.Equal(1, await Announced("reorganisation-followed", earlier.Id));
        Assert.Equal(1, await Announced("reorganisation-followed", later.Id));
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
        var commune = await Commune();
        var (open, closed) = (await clerk.Received(Paper("PHAN_ANH", commune)), await clerk.Received(Paper("PHAN_ANH", commune)));
        await (
            await clerk.Post($"{Book}/{closed}/guidance", new JsonObject { ["guidedOn"] = "2026-08-06", ["documentNumber"] = "1" })
        ).Read();
        var heir = Guid.CreateVersion7();

        var reorganisation = CarriedOut(commune, heir);
        await running.Service.Broker.Publish(reorganisation.Event);
        await Followed(reorganisation.Id);

        Assert.Equal((heir, 2), await Row(open));
        Assert.Equal((commune, 2), await Row(closed));
    }

    [Fact]
    public async Task Of_a_unit_with_several_successors_petitions_stay_and_are_listed_until_a_person_decides()
    {
        var (split, part, otherPart, stranger) = (await Commune(), await Commune(), await Commune(), await Commune());
        var id = await clerk.Received(Paper(unit: split));
        var closed = await clerk.Received(Paper(unit: split));
        await (await clerk.Post($"{Book}/{closed}/guidance", Steps.Body("guidance"))).Read();
        var before = await clerk.Get($"{Book}/{id}");
        Assert.Equal("petitions.unit-still-exists", await (await clerk.Post($"{Book}/{id}/unit", To(part))).Refusal());
        await Record(Unit(split, 2, end: TheDay), Unit(part, 2, split), Unit(otherPart, 2, split));
        var reorganisation = CarriedOut(split, part, otherPart);
        await running.Service.Broker.Publish(reorganisation.Event);
        await Followed(reorganisation.Id);

        Assert.Equal((split, 1), await Row(id));
        await Eventually.True("the petition in the list of those that wait for a person", () => Waits(id));
        Assert.False(await Waits(closed));
        await Eventually.True(
            "another unit to be refused, once the successors are known",
            async () =>
                (await clerk.Post($"{Book}/{id}/unit", To(stranger))) is { StatusCode: HttpStatusCode.Conflict } no
                && (await no.Read(HttpStatusCode.Conflict)).Text("code") == "petitions.not-a-successor"
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Post($"{Book}/{id}/unit", To(PetitionsRunning.Neighbour))).StatusCode);

        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{Book}/{closed}/unit", To(otherPart))).Refusal());

        var moved = await (await clerk.Post($"{Book}/{id}/unit", To(otherPart))).Read();
        Assert.Equal($"{otherPart}", moved.Text("unitId"));
        Assert.Equal(before["deadline"]!.ToJsonString(), moved["deadline"]!.ToJsonString());
        Assert.False(await Waits(id));
        var history = (await clerk.Get($"{Book}/{id}/history")).AsArray();
        Assert.Equal(($"{split}", $"{otherPart}"), (history[1]!["data"].Text("fromUnitId"), history[1]!["data"].Text("toUnitId")));
    }

    [Fact]
    public async Task Of_several_successors_the_one_that_the_split_names_goes_on_with_the_petitions()
    {
        var (split, part, heir, next) = (await Commune(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var (first, second) = (await clerk.Received(Paper(unit: split)), await clerk.Received(Paper(unit: split)));
        var before = await clerk.Get($"{Book}/{first}");
        // What became of the heir may be heard of first.
        var (reorganisation, later) = (CarriedOut(new UnitEnding(split, [part, heir], heir)), CarriedOut(heir, next));

        await running.Service.Broker.Publish(later.Event);
        await Followed(later.Id);
        await running.Service.Broker.Publish(reorganisation.Event, reorganisation.Event);
        await Followed(reorganisation.Id);
        await NothingWaits("petitions.reorganisations");

        Assert.Equal([(next, 2), (next, 2)], [await Row(first), await Row(second)]);
        Assert.Equal(1, await Announced("reorganisation-followed", reorganisation.Id));
        var due = await running.Service.Database.Scalar<DateOnly>("select due_on from petitions where id = $1", Guid.Parse(first));
        Assert.Equal(before.Text("dueOn"), $"{due:yyyy-MM-dd}");
    }

    [Fact]
    public async Task On_its_last_day_a_unit_still_has_its_petitions()
    {
        var (unit, heir) = (await Commune(), await Commune());
        var id = await clerk.Received(Paper(unit: unit));
        var tomorrow = TimeProvider.System.Today().AddDays(1);
        await Known(Unit(unit, 2, end: tomorrow));

        Assert.Equal("petitions.unit-still-exists", await (await clerk.Post($"{Book}/{id}/unit", To(heir))).Refusal());
    }

    [Fact]
    public async Task A_board_that_has_ended_decides_no_more_than_it_did()
    {
        var board = Guid.CreateVersion7();
        await Known(Unit(board, 1, end: new(2026, 8, 5), kind: "MASS_MOBILIZATION_BOARD"));
        var id = await clerk.Received(Paper(unit: board));

        Assert.Equal("petitions.not-competent", await (await clerk.Post($"{Book}/{id}/acceptance", Steps.Body("acceptance"))).Refusal());
    }

    [Fact]
    public async Task A_step_that_is_being_taken_on_a_petition_is_waited_for_and_kept()
    {
        var commune = await Commune();
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
        await Followed(reorganisation.Id);

        Assert.Equal((heir, 3), await Row(id));
        Assert.Equal(
            "7",
            await running.Service.Database.Scalar<string>("select document_number from petitions where id = $1", Guid.Parse(id))
        );
    }

    [Fact]
    public async Task The_latest_question_about_the_impact_is_answered_once()
    {
        var commune = await Commune();
        await clerk.Received(Paper(unit: commune));
        await clerk.Received(Paper(unit: commune));
        await (await clerk.Post($"{Book}/{await clerk.Received(Paper(unit: commune))}/guidance", Steps.Body("guidance"))).Read();
        var id = Guid.CreateVersion7();
        var (first, second) = (Asked(id, 1, commune), Asked(id, 2, commune));

        await running.Service.Broker.Publish(second, second);
        await Eventually.True("an answer", async () => await Announced("reorganisation-impact-counted", id) == 1);
        await running.Service.Broker.Publish(first, second, first);
        await NothingWaits("petitions.reorganisation-impact");
        var marker = Guid.CreateVersion7();
        await running.Service.Broker.Publish(Asked(marker, 1, commune));
        await Eventually.True("an answer to the next", async () => await Announced("reorganisation-impact-counted", marker) == 1);

        Assert.Equal(1, await Announced("reorganisation-impact-counted", id));
        Assert.Equal(
            2,
            await running.Service.Database.Scalar<int>(
                "select (data -> 'counts' -> 0 ->> 'count')::int from chassis.journal where subject = $1 and data ->> 'round' = '2'",
                $"reorganisation-part/{id}"
            )
        );
    }

    static JsonObject To(Guid unit) => new() { ["toUnitId"] = unit };

    static (Guid Id, TestEvent Event) CarriedOut(Guid ended, params Guid[] successors) => CarriedOut(new UnitEnding(ended, successors));

    static (Guid Id, TestEvent Event) CarriedOut(UnitEnding ending)
    {
        var id = Guid.CreateVersion7();
        var carriedOut = new ReorganisationCarriedOut(id, TheDay, "NQ 7/TEST", [ending]);
        return (id, TestEvents.Of($"reorganisation-plan/{id}", carriedOut, PetitionsRunning.Province));
    }

    static TestEvent Asked(Guid id, int round, Guid unit) =>
        TestEvents.Of(
            $"reorganisation-plan/{id}",
            new ReorganisationImpactAsked(id, round, TheDay, [unit]),
            PetitionsRunning.Province,
            version: 1 + round
        );

    /// <summary>A commune of the province that petitions can be entered for.</summary>
    async Task<Guid> Commune()
    {
        var id = Guid.CreateVersion7();
        await Record(Unit(id, 1));
        await Eventually.True(
            "the commune to be known",
            async () => (await clerk.Post(Book, Paper("KIEN_NGHI", id))).StatusCode == HttpStatusCode.Created
        );
        await running.Service.Database.Execute("delete from petitions where unit_id = $1", id);
        return id;
    }

    Task<long> Record(params JsonObject[] units) =>
        running.Service.Database.Scalar<long>($"select directory.record_units('{new JsonArray([.. units]).ToJsonString()}'::jsonb)");

    /// <summary>Records the unit, and waits until it is known.</summary>
    async Task Known(JsonObject unit)
    {
        var marker = Guid.CreateVersion7();
        await Record(unit, Unit(marker, 1));
        await Eventually.True(
            "the unit to be known",
            async () => (await clerk.Post(Book, Paper(unit: marker))).StatusCode == HttpStatusCode.Created
        );
    }

    static JsonObject Unit(Guid id, int version, Guid? predecessor = null, DateOnly? end = null, string kind = "COMMUNE") =>
        new()
        {
            ["id"] = id,
            ["version"] = version,
            ["predecessors"] = predecessor is null ? new JsonArray() : new JsonArray(predecessor.Value),
            ["versions"] = new JsonArray(
                new JsonObject
                {
                    ["from"] = "2004-01-01",
                    ["to"] = end is { } day ? $"{day:yyyy-MM-dd}" : null,
                    ["name"] = "Xã",
                    ["fullName"] = "Xã",
                    ["kind"] = kind,
                    ["level"] = "COMMUNE",
                    ["parentId"] = PetitionsRunning.Province,
                }
            ),
        };

    Task Followed(Guid reorganisation) =>
        Eventually.True("the reorganisation to be followed", async () => await Announced("reorganisation-followed", reorganisation) > 0);

    Task NothingWaits(string queue) =>
        Eventually.True($"{queue} to be empty", async () => await running.Service.Broker.Messages(queue) == 0);

    Task<long> Announced(string what, Guid reorganisation) =>
        running.Service.Database.Scalar<long>(
            "select count(*) from chassis.journal where type = $1 and subject = $2",
            $"vn.danvan.petitions.{what}.v1",
            $"reorganisation-part/{reorganisation}"
        );

    async Task<(Guid Unit, int Version)> Row(string id) =>
        (
            await running.Service.Database.Scalar<Guid>("select unit_id from petitions where id = $1", Guid.Parse(id)),
            await running.Service.Database.Scalar<int>("select version from petitions where id = $1", Guid.Parse(id))
        );

    async Task<bool> Waits(string id) =>
        (await clerk.Get($"{Book}?ofEndedUnits=true&limit=1000"))["items"]!.AsArray().Any(line => line!.Text("id") == id);
}
