using System.Net;
using System.Text.Json.Nodes;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Petitions.Tests.Slices.EndedUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>What units were asked to help with, when they end.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class CoHandlingMoveTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task It_goes_to_the_one_successor_with_its_day_beside_what_that_one_owes_itself()
    {
        var (own, asked, heir) = (await running.Commune(), await running.Commune(), await running.Commune());
        var id = await clerk.Received(Paper(unit: own));
        var (ofAsked, ofHeir) = (await clerk.Asked(id, asked), await clerk.Asked(id, heir, "2026-08-25"));
        var closed = await clerk.Received();
        var ofClosed = await clerk.Asked(closed, asked);
        await clerk.Take($"{Book}/{closed}", "guidance", Steps.Body("guidance"));
        var helped = await clerk.Received();
        var answered = await clerk.Asked(helped, asked);
        await clerk.Take($"{Book}/{helped}/co-handlers/{answered}", "answer", Answered());

        var reorganisation = CarriedOut(new UnitEnding(own, [heir]), new UnitEnding(asked, [heir]));
        await running.Service.Broker.Publish(reorganisation.Event, reorganisation.Event);
        await running.Followed(reorganisation.Id);
        await running.NothingWaits("petitions.reorganisations");

        Assert.Equal($"{heir} 2026-08-20", await Row(ofAsked));
        Assert.Equal($"{heir} 2026-08-25", await Row(ofHeir));
        Assert.Equal($"{asked} 2026-08-20", await Row(ofClosed));
        Assert.Equal($"{asked} 2026-08-20", await Row(answered));
        Assert.Equal((heir, 5), await running.Row(id));
        var history = (await clerk.Get($"{Book}/{id}/history")).AsArray();
        Assert.Equal(
            ["petition-received", "co-handler-asked", "co-handler-asked", "petition-moved", "co-handlers-moved"],
            history.Select(step => step.Text("type").Split('.')[3])
        );
        var move = Assert.Single(history[^1]!["data"]!["moves"]!.AsArray());
        Assert.Equal(
            (ofAsked, $"{asked}", $"{heir}", "2026-08-20"),
            (move.Text("coHandlerId"), move.Text("fromUnitId"), move.Text("toUnitId"), move.Text("dueOn"))
        );
        Assert.Equal("PETITIONS 1/0, CO_HANDLINGS 1/0", await Told(reorganisation.Id));
        // The letter went to the unit that has ended: it is not asked while its heir owes the answer.
        Assert.Equal(
            "petitions.co-handler-is-another",
            await (await clerk.Post($"{Book}/{id}/co-handlers", Steps.Body("co-handlers").With("unitId", $"{asked}"))).Refusal()
        );
    }

    [Fact]
    public async Task Of_a_unit_with_several_successors_it_stays_and_is_listed_until_a_person_decides()
    {
        var (split, part, otherPart, stranger) = (
            await running.Commune(),
            await running.Commune(),
            await running.Commune(),
            await running.Commune()
        );
        var (id, closed) = (await clerk.Received(), await clerk.Received());
        var (one, ofClosed) = (await clerk.Asked(id, split), await clerk.Asked(closed, split));
        await clerk.Take($"{Book}/{closed}", "guidance", Steps.Body("guidance"));
        var path = $"{Book}/{id}/co-handlers/{one}";
        Assert.Equal("units.still-exists", await (await clerk.Post($"{path}/unit", To(part))).Refusal());
        await running.Record(Unit(split, 2, end: TheDay), Unit(part, 2, split), Unit(otherPart, 2, split));
        var reorganisation = CarriedOut(split, part, otherPart);
        await running.Service.Broker.Publish(reorganisation.Event);
        await running.Followed(reorganisation.Id);

        Assert.Equal($"{split} 2026-08-20", await Row(one));
        Assert.Equal("PETITIONS 0/0, CO_HANDLINGS 0/1", await Told(reorganisation.Id));
        await Eventually.True("what was asked in the list of those that wait for a person", () => Waits(one));
        Assert.False(await Waits(ofClosed));
        await Eventually.True(
            "another unit to be refused, once the successors are known",
            async () =>
                (await clerk.Post($"{path}/unit", To(stranger))) is { StatusCode: HttpStatusCode.Conflict } no
                && (await no.Read(HttpStatusCode.Conflict)).Text("code") == "units.not-a-successor"
        );
        Assert.Equal(HttpStatusCode.BadRequest, (await clerk.Post($"{path}/unit", To(PetitionsRunning.Neighbour))).StatusCode);
        Assert.Equal("petitions.wrong-state", await (await clerk.Post($"{Book}/{closed}/co-handlers/{ofClosed}/unit", To(part))).Refusal());
        var neighbour = running.Service.As(PetitionsRunning.Neighbour, "petitions.read", "petitions.decide");
        Assert.Equal(HttpStatusCode.NotFound, (await neighbour.Post($"{path}/unit", To(part))).StatusCode);

        var moved = await clerk.Take(path, "unit", To(otherPart));
        Assert.Equal(($"{otherPart}", "2026-08-20"), (moved.Text("unitId"), moved.Text("dueOn")));
        Assert.False(await Waits(one));
        var told = (await clerk.Get($"{Book}/{id}/history")).AsArray()[^1]!["data"]!;
        Assert.Equal(($"{otherPart}", null), (told["moves"]![0].Text("toUnitId"), told["reorganisationId"]));

        await clerk.Take(path, "answer", Answered());
        Assert.Equal("petitions.co-handler-has-answered", await (await clerk.Post($"{path}/unit", To(part))).Refusal());
    }

    static JsonObject To(Guid unit) => new() { ["toUnitId"] = unit };

    static JsonObject Answered() => new() { ["answeredOn"] = "2026-08-19", ["documentNumber"] = "33/BC" };

    async Task<bool> Waits(string coHandler) =>
        (await clerk.Get($"{Book}/co-handling?ofEndedUnits=true&limit=1000"))["items"]!
            .AsArray()
            .Any(line => line!.Text("id") == coHandler);

    Task<string> Row(string coHandler) =>
        running.Service.Database.Scalar<string>("select unit_id || ' ' || due_on from co_handlers where id = $1", Guid.Parse(coHandler));

    /// <summary>What the service told the directory of it: what moved, and what waits for a person.</summary>
    Task<string> Told(Guid reorganisation) =>
        running.Service.Database.Scalar<string>(
            """
            select string_agg(format('%s %s/%s', m ->> 'work', m ->> 'moved', m ->> 'undecided'), ', ')
            from chassis.journal, jsonb_array_elements(data -> 'moves') m where subject = $1 and type like '%reorganisation-followed%'
            """,
            $"reorganisation-part/{reorganisation}"
        );
}

static class AskedUnits
{
    /// <summary>Asks a unit to help with a petition; the id by which it answers.</summary>
    public static async Task<string> Asked(this HttpClient client, string petition, Guid unit, string? dueOn = "2026-08-20") =>
        (
            await client.Take($"{Book}/{petition}", "co-handlers", Steps.Body("co-handlers").With("unitId", $"{unit}").With("dueOn", dueOn))
        ).Text("coHandlerId");
}
