using System.Net;
using DanVan.Chassis;
using static DanVan.Conferences.Tests.Slices.Calls;
using static DanVan.Conferences.Tests.Slices.EndedUnits;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Conferences still to come of units that have ended, for which a person decides.</summary>
[Collection(nameof(Slices))]
public sealed class ReorganiseConferenceTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Of_several_successors_the_one_that_a_person_chooses_organises_it_and_sends_the_delegates()
    {
        var (ended, part, otherPart, stranger) = (
            await running.Commune(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            await running.Commune()
        );
        var id = await Entered(organiser: ended, delegates: ended);
        await running.Know(Unit(ended, 2, end: TheDay), Unit(part, 1, ended), Unit(otherPart, 1, ended));
        Assert.True(await clerk.Waits(Book, id));

        Assert.Equal("units.not-a-successor", await (await Decide(id, ended, stranger)).Refusal());
        var changed = await (await Decide(id, ended, otherPart)).Read();

        Assert.Equal(($"{otherPart}", 2), (changed.Text("organiserUnitId"), changed["version"]!.GetValue<int>()));
        Assert.Equal(
            [$"{otherPart}", $"{ConferencesRunning.Board}", $"{otherPart}"],
            changed["participants"]!.AsArray().Select(one => one.Text("unitId"))
        );
        Assert.False(await clerk.Waits(Book, id));
        Assert.Equal(
            $"{otherPart} 2 {TimeProvider.System.Today():yyyy-MM-dd} null {otherPart}",
            await running.Told("conference-reorganised", $"conference/{id}", "unitId", "delegates", "movedOn")
        );
    }

    [Fact]
    public async Task Without_a_successor_any_unit_that_the_caller_sees_takes_one_place_and_leaves_the_others()
    {
        var (ended, going, any) = (await running.Commune(), await running.Commune(), await running.Commune());
        var id = await Entered(organiser: going, delegates: ended);
        await running.Know(Unit(ended, 2, end: TheDay));

        var changed = await (await Decide(id, ended, any)).Read();

        Assert.Equal($"{going}", changed.Text("organiserUnitId"));
        Assert.Equal(
            [$"{any}", $"{ConferencesRunning.Board}", $"{any}"],
            changed["participants"]!.AsArray().Select(one => one.Text("unitId"))
        );
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_changes()
    {
        var (ended, any, lastDay) = (await running.Commune(), await running.Commune(), await running.Commune());
        var id = await Entered(organiser: ended, delegates: lastDay);
        await running.Know(Unit(ended, 2, end: TheDay), Unit(lastDay, 2, end: TimeProvider.System.Today().AddDays(1)));

        foreach (var unknown in new[] { ConferencesRunning.Neighbour, Guid.CreateVersion7(), ended })
            Assert.Equal("units.unknown toUnitId", await Refused(await Decide(id, ended, unknown), HttpStatusCode.BadRequest));
        foreach (var elsewhere in new[] { any, Guid.CreateVersion7() })
            Assert.Equal(
                "conferences.unit-not-there fromUnitId",
                await Refused(await Decide(id, elsewhere, any), HttpStatusCode.BadRequest)
            );
        Assert.Equal("units.still-exists fromUnitId", await Refused(await Decide(id, lastDay, any), HttpStatusCode.Conflict));
        foreach (var member in new[] { "fromUnitId", "toUnitId" })
        {
            var body = Instead(ended, any);
            body.Remove(member);
            Assert.Equal(member, (await Refused(await clerk.Post($"{Book}/{id}/unit", body), HttpStatusCode.BadRequest)).Split(' ')[1]);
            body[member] = "x";
            Assert.Equal(member, (await Refused(await clerk.Post($"{Book}/{id}/unit", body), HttpStatusCode.BadRequest)).Split(' ')[1]);
        }
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await clerk.Post($"{Book}/{id}/unit", Instead(ended, any), onVersion: 2)).StatusCode
        );
        Assert.Equal(1, (await clerk.Get($"{Book}/{id}"))["version"]!.GetValue<int>());
        Assert.Equal(HttpStatusCode.OK, (await clerk.Post($"{Book}/{id}/unit", Instead(ended, any), onVersion: 1)).StatusCode);
    }

    [Fact]
    public async Task A_conference_that_was_held_keeps_the_units_of_its_day()
    {
        var (ended, any) = (await running.Commune(), await running.Commune());
        var held = Held();
        held["organiserUnitId"] = ended;
        var id = (await clerk.Enter(held)).Text("id");
        await running.Know(Unit(ended, 2, end: TheDay));

        Assert.Equal("conferences.not-to-come", await (await Decide(id, ended, any)).Refusal());
    }

    async Task<string> Entered(Guid organiser, Guid delegates) => (await clerk.Enter(Coming(organiser, delegates))).Text("id");

    Task<HttpResponseMessage> Decide(string id, Guid from, Guid to) => clerk.Post($"{Book}/{id}/unit", Instead(from, to));
}
