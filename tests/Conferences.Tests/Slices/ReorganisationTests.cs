using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Conferences.Tests.Slices.Calls;
using static DanVan.Conferences.Tests.Slices.EndedUnits;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Conferences still to come and open tasks of units that end.</summary>
[Collection(nameof(Slices))]
public sealed class ReorganisationTests(ConferencesRunning running)
{
    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task An_open_task_goes_along_with_its_due_date_and_a_class_that_is_addressed_stays_as_worded()
    {
        var (ended, heir) = (await running.Commune(), await running.Commune());
        var held = Held();
        held["organiserUnitId"] = ended;
        held["conclusions"]![0]!["tasks"]![0]!["leadUnitId"] = ended;
        var conference = await clerk.Enter(held);
        var (task, standing) = (conference.Task(0), conference.Task(1));

        await Carried(ended, heir);

        var moved = await clerk.Get($"api/v1/tasks/{task}");
        Assert.Equal(($"{heir}", $"{heir}", "2026-06-30"), (moved.Text("leadUnitId"), moved.Text("assignedByUnitId"), moved.Text("dueOn")));
        var addressed = await clerk.Get($"api/v1/tasks/{standing}");
        Assert.Equal(("Ban Dân vận các cấp", $"{heir}"), (addressed.Text("addresseeClass"), addressed.Text("assignedByUnitId")));
        Assert.Null(addressed["leadUnitId"]);
        // It was held by the unit of that day.
        Assert.Equal($"{ended}", (await clerk.Get($"{Book}/{conference.Text("id")}")).Text("organiserUnitId"));
    }

    [Fact]
    public async Task What_has_no_successor_is_listed_until_a_person_decides()
    {
        var (ended, going) = (await running.Commune(), await running.Commune());
        var task = await clerk.TaskFor(ended);
        var conference = (await clerk.Enter(Coming(going, delegates: ended))).Text("id");
        await running.Know(Unit(ended, 2, end: TheDay));

        var moves = await Carried(ended);

        Assert.Equal(
            """[{"work": "CONFERENCES", "moved": 0, "undecided": 0}, {"work": "DELEGATES", "moved": 0, "undecided": 2}, {"work": "TASKS", "moved": 0, "undecided": 1}]""",
            moves
        );
        Assert.True(await clerk.Waits(TaskBook, task));
        Assert.True(await clerk.Waits(Book, conference));
        Assert.Equal($"{ended}", (await clerk.Get($"api/v1/tasks/{task}")).Text("leadUnitId"));
    }

    /// <summary>Publishes that the unit ended, twice; what the service tells that it has moved.</summary>
    async Task<string> Carried(Guid ended, params Guid[] successors)
    {
        var id = Guid.CreateVersion7();
        var carriedOut = TestEvents.Of(
            $"reorganisation-plan/{id}",
            new ReorganisationCarriedOut(id, TheDay, "NQ 7/TEST", [new(ended, successors)]),
            ConferencesRunning.Province
        );
        await running.Service.Broker.Publish(carriedOut, carriedOut);
        return await Eventually.Found(
            "the reorganisation to be followed",
            async () =>
                await running.Service.Database.Scalar<string>(
                    "select coalesce(string_agg(data ->> 'moves', ''), '') from chassis.journal where type like '%reorganisation-followed%' and subject = $1",
                    $"reorganisation-part/{id}"
                )
                    is { Length: > 0 } moves
                    ? moves
                    : null
        );
    }
}
