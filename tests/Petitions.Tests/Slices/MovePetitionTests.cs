using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;
using static DanVan.Petitions.Tests.Slices.EndedUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Petitions of a unit that has ended, for which a person decides.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class MovePetitionTests(PetitionsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Of_a_unit_with_several_successors_petitions_stay_and_are_listed_until_a_person_decides()
    {
        var (split, part, otherPart, stranger) = (
            await running.Commune(),
            await running.Commune(),
            await running.Commune(),
            await running.Commune()
        );
        var id = await clerk.Received(Paper(unit: split));
        var closed = await clerk.Received(Paper(unit: split));
        await (await clerk.Post($"{Book}/{closed}/guidance", Steps.Body("guidance"))).Read();
        var before = await clerk.Get($"{Book}/{id}");
        Assert.Equal("units.still-exists", await (await clerk.Post($"{Book}/{id}/unit", To(part))).Refusal());
        await running.Record(Unit(split, 2, end: TheDay), Unit(part, 2, split), Unit(otherPart, 2, split));
        var reorganisation = CarriedOut(split, part, otherPart);
        await running.Service.Broker.Publish(reorganisation.Event);
        await running.Followed(reorganisation.Id);

        Assert.Equal((split, 1), await running.Row(id));
        await Eventually.True("the petition in the list of those that wait for a person", () => Waits(id));
        Assert.False(await Waits(closed));
        await Eventually.True(
            "another unit to be refused, once the successors are known",
            async () =>
                (await clerk.Post($"{Book}/{id}/unit", To(stranger))) is { StatusCode: HttpStatusCode.Conflict } no
                && (await no.Read(HttpStatusCode.Conflict)).Text("code") == "units.not-a-successor"
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
    public async Task On_its_last_day_a_unit_still_has_its_petitions()
    {
        var (unit, heir) = (await running.Commune(), await running.Commune());
        var id = await clerk.Received(Paper(unit: unit));
        var tomorrow = TimeProvider.System.Today().AddDays(1);
        await running.Known(Unit(unit, 2, end: tomorrow));

        Assert.Equal("units.still-exists", await (await clerk.Post($"{Book}/{id}/unit", To(heir))).Refusal());
    }

    [Fact]
    public async Task A_board_that_has_ended_decides_no_more_than_it_did()
    {
        var board = Guid.CreateVersion7();
        await running.Known(Unit(board, 1, end: new(2026, 8, 5), kind: "MASS_MOBILIZATION_BOARD"));
        var id = await clerk.Received(Paper(unit: board));

        Assert.Equal("petitions.not-competent", await (await clerk.Post($"{Book}/{id}/acceptance", Steps.Body("acceptance"))).Refusal());
    }

    static JsonObject To(Guid unit) => new() { ["toUnitId"] = unit };

    async Task<bool> Waits(string id) =>
        (await clerk.Get($"{Book}?ofEndedUnits=true&limit=1000"))["items"]!.AsArray().Any(line => line!.Text("id") == id);
}
