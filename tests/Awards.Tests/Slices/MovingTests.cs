using System.Net;
using System.Text.Json.Nodes;
using DanVan.Chassis;
using DanVan.Support;
using static DanVan.Awards.Tests.Slices.Bodies;
using static DanVan.Awards.Tests.Slices.EndedUnits;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Running movements and models of a unit that has ended, for which a person decides.</summary>
[Collection<Slice>]
public sealed class MovingTests(AwardsRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Theory]
    [InlineData("movements", "movement")]
    [InlineData("models", "model")]
    public async Task Of_several_successors_it_goes_to_the_one_that_a_person_chooses_and_the_event_tells_it(string list, string subject)
    {
        var (ended, part, otherPart, stranger) = (
            await running.Commune(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            await running.Commune()
        );
        var id = await clerk.Entered(list, Of(list, ended));
        await running.Know(Unit(ended, 2, end: TheDay), Unit(part, 1, ended), Unit(otherPart, 1, ended));
        Assert.True(await Waits(list, id));

        Assert.Equal("units.not-a-successor", await (await clerk.Post($"{list}/{id}/unit", To(stranger))).Refusal());
        var moved = await clerk.Posted($"{list}/{id}/unit", To(otherPart));

        Assert.Equal(($"{otherPart}", 2), (moved.Text("unitId"), moved.Number("version")));
        Assert.False(await Waits(list, id));
        var told = await Eventually.Found(
            "the move in the journal",
            () =>
                running.Service.Database.Scalar<string>(
                    """
                    select concat_ws(' ', data ->> 'fromUnitId', data ->> 'toUnitId', data ->> 'movedOn', data -> 'reorganisationId', unit)
                    from chassis.journal where type = $1 and subject = $2
                    """,
                    $"vn.danvan.awards.{subject}-moved.v1",
                    $"{subject}/{id}"
                )!
        );
        Assert.Equal($"{ended} {otherPart} {TimeProvider.System.Today():yyyy-MM-dd} null {otherPart}", told);
    }

    [Theory]
    [InlineData("movements")]
    [InlineData("models")]
    public async Task Without_a_successor_it_goes_to_any_unit_that_the_caller_sees_and_what_else_is_sent_is_named(string list)
    {
        var (ended, any) = (await running.Commune(), await running.Commune());
        var id = await clerk.Entered(list, Of(list, ended));
        await running.Know(Unit(ended, 2, end: TheDay));

        foreach (var unknown in new[] { AwardsRunning.Neighbour, Guid.CreateVersion7(), ended })
        {
            var problem = await (await clerk.Post($"{list}/{id}/unit", To(unknown))).Read(HttpStatusCode.BadRequest);
            Assert.Equal("units.unknown", problem.Text("code"));
            Assert.NotNull(problem["errors"]!["toUnitId"]);
        }
        Assert.Equal(1, (await clerk.Get($"{list}/{id}")).Number("version"));

        Assert.Equal($"{any}", (await clerk.Posted($"{list}/{id}/unit", To(any))).Text("unitId"));
    }

    [Theory]
    [InlineData("movements")]
    [InlineData("models")]
    public async Task What_a_unit_has_on_its_last_day_stays_with_it(string list)
    {
        var (unit, any) = (await running.Commune(), await running.Commune());
        var id = await clerk.Entered(list, Of(list, unit));
        await running.Know(Unit(unit, 2, end: TimeProvider.System.Today().AddDays(1)));

        Assert.Equal("units.still-exists", await (await clerk.Post($"{list}/{id}/unit", To(any))).Refusal());
    }

    [Fact]
    public async Task What_is_done_stays_with_the_unit_that_did_it()
    {
        var (ended, any) = (await running.Commune(), await running.Commune());
        var (closed, discontinued) = (await clerk.Closed(ended), await clerk.Discontinued(ended));
        await running.Know(Unit(ended, 2, end: TheDay));

        Assert.Equal("awards.movement-closed", await (await clerk.Post($"movements/{closed}/unit", To(any))).Refusal());
        Assert.Equal("awards.model-discontinued", await (await clerk.Post($"models/{discontinued}/unit", To(any))).Refusal());
    }

    static JsonObject Of(string list, Guid unit) => list == "models" ? Model(unit) : Movement(unit);

    static JsonObject To(Guid unit) => new() { ["toUnitId"] = unit };

    async Task<bool> Waits(string list, string id) =>
        (await clerk.Get($"{list}?ofEndedUnits=true&limit=1000"))["items"]!.AsArray().Any(line => line!.Text("id") == id);
}
