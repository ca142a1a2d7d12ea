using System.Net;
using DanVan.Chassis;
using static DanVan.Conferences.Tests.Slices.Calls;
using static DanVan.Conferences.Tests.Slices.EndedUnits;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Open tasks of units that have ended, for which a person decides.</summary>
[Collection(nameof(Slices))]
public sealed class MoveTaskTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task Of_several_successors_the_one_that_a_person_chooses_takes_every_place_and_what_is_due_stays_due()
    {
        var (ended, part, otherPart, stranger) = (
            await running.Commune(),
            Guid.CreateVersion7(),
            Guid.CreateVersion7(),
            await running.Commune()
        );
        var id = await clerk.TaskFor(ended, assigner: ended);
        await running.Know(Unit(ended, 2, end: TheDay), Unit(part, 1, ended), Unit(otherPart, 1, ended));
        Assert.True(await clerk.Waits(TaskBook, id));

        Assert.Equal("units.not-a-successor", await (await Decide(id, ended, stranger)).Refusal());
        var moved = await (await Decide(id, ended, otherPart)).Read();

        Assert.Equal(($"{otherPart}", $"{otherPart}"), (moved.Text("leadUnitId"), moved.Text("assignedByUnitId")));
        Assert.Equal(("2026-06-30", 2), (moved.Text("dueOn"), moved["version"]!.GetValue<int>()));
        Assert.False(await clerk.Waits(TaskBook, id));
        Assert.Equal(
            $"{otherPart} {otherPart} {otherPart} {TimeProvider.System.Today():yyyy-MM-dd} null {otherPart}",
            await running.Told("task-moved", $"conclusion-task/{id}", "unitId", "leadUnitId", "assignedByUnitId", "movedOn")
        );
    }

    [Fact]
    public async Task Without_a_successor_any_unit_that_the_caller_sees_takes_one_place_and_leaves_the_other()
    {
        var (ended, any) = (await running.Commune(), await running.Commune());
        var (led, assigned) = (await clerk.TaskFor(ended), await clerk.TaskFor(ConferencesRunning.Commune, assigner: ended));
        await running.Know(Unit(ended, 2, end: TheDay));

        var (newLead, newAssigner) = (await (await Decide(led, ended, any)).Read(), await (await Decide(assigned, ended, any)).Read());

        Assert.Equal(($"{any}", $"{ConferencesRunning.Board}"), (newLead.Text("leadUnitId"), newLead.Text("assignedByUnitId")));
        Assert.Equal(($"{ConferencesRunning.Commune}", $"{any}"), (newAssigner.Text("leadUnitId"), newAssigner.Text("assignedByUnitId")));
    }

    [Fact]
    public async Task The_unit_in_charge_does_not_choose_who_confirms_its_work()
    {
        var ended = await running.Commune();
        var id = await clerk.TaskFor(ConferencesRunning.Commune, assigner: ended);
        await running.Know(Unit(ended, 2, end: TheDay));

        var answer = await running.CommuneClerk.Post($"{TaskBook}/{id}/unit", Instead(ended, ConferencesRunning.Commune));

        Assert.Equal("conferences.task-only-assigner", await answer.Refusal(HttpStatusCode.Forbidden));
    }

    [Fact]
    public async Task What_is_wrong_is_named_and_nothing_changes()
    {
        var (ended, any, lastDay) = (await running.Commune(), await running.Commune(), await running.Commune());
        var id = await clerk.TaskFor(ended, assigner: lastDay);
        await running.Know(Unit(ended, 2, end: TheDay), Unit(lastDay, 2, end: TimeProvider.System.Today().AddDays(1)));

        foreach (var unknown in new[] { ConferencesRunning.Neighbour, Guid.CreateVersion7(), ended })
            Assert.Equal("units.unknown toUnitId", await Refused(await Decide(id, ended, unknown), HttpStatusCode.BadRequest));
        foreach (var elsewhere in new[] { any, Guid.CreateVersion7() })
            Assert.Equal(
                "conferences.unit-not-there fromUnitId",
                await Refused(await Decide(id, elsewhere, any), HttpStatusCode.BadRequest)
            );
        Assert.Equal("units.still-exists fromUnitId", await Refused(await Decide(id, lastDay, any), HttpStatusCode.Conflict));
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await clerk.Post($"{TaskBook}/{id}/unit", Instead(ended, any), onVersion: 2)).StatusCode
        );
        Assert.Equal(1, (await clerk.Get($"{TaskBook}/{id}"))["version"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_task_that_was_cancelled_stays_where_it_was()
    {
        var (ended, any) = (await running.Commune(), await running.Commune());
        var id = await clerk.TaskFor(ended);
        await clerk.Step($"{TaskBook}/{id}/cancellation", new() { ["reason"] = "thôi" });
        await running.Know(Unit(ended, 2, end: TheDay));

        Assert.Equal("conferences.task-ended", await (await Decide(id, ended, any)).Refusal());
    }

    Task<HttpResponseMessage> Decide(string id, Guid from, Guid to) => clerk.Post($"{TaskBook}/{id}/unit", Instead(from, to));
}
