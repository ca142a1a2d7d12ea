using System.Text.Json.Nodes;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Conferences still to come and open tasks of units that end.</summary>
[Collection(nameof(Slices))]
public sealed class ReorganisationTests(ConferencesRunning running)
{
    static readonly DateOnly TheDay = new(2026, 9, 1);

    readonly HttpClient clerk = running.Clerk;

    [Fact]
    public async Task An_open_task_goes_along_with_its_due_date_and_a_class_that_is_addressed_stays_as_worded()
    {
        var (ended, heir) = (await Commune(), await Commune());
        var held = Held();
        held["organiserUnitId"] = ended;
        held["conclusions"]![0]!["tasks"]![0]!["leadUnitId"] = ended;
        var conference = await clerk.Enter(held);
        var (task, standing) = (Task(conference, 0), Task(conference, 1));

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
        var (ended, going) = (await Commune(), await Commune());
        var held = Held();
        held["conclusions"]![0]!["tasks"]![0]!["leadUnitId"] = ended;
        var task = Task(await clerk.Enter(held), 0);
        var coming = Planned(going);
        coming["participants"] = new JsonArray(new JsonObject { ["roles"] = new JsonArray("DELEGATE"), ["unitId"] = ended });
        var conference = (await clerk.Enter(coming)).Text("id");
        await running.Service.Database.Scalar<long>($"select directory.record_units('{Unit(ended, 2, "2026-09-01")}'::jsonb)");

        var moves = await Carried(ended);

        Assert.Equal(
            """[{"work": "CONFERENCES", "moved": 0, "undecided": 0}, {"work": "DELEGATES", "moved": 0, "undecided": 1}, {"work": "TASKS", "moved": 0, "undecided": 1}]""",
            moves
        );
        Assert.Contains(
            (await clerk.Get("api/v1/tasks?ofEndedUnits=true&limit=1000"))["items"]!.AsArray(),
            line => line.Text("id") == task
        );
        Assert.Contains(
            (await clerk.Get($"{Book}?ofEndedUnits=true&limit=1000"))["items"]!.AsArray(),
            line => line.Text("id") == conference
        );
        Assert.Equal($"{ended}", (await clerk.Get($"api/v1/tasks/{task}")).Text("leadUnitId"));
    }

    static string Task(JsonNode conference, int item) => conference["conclusions"]![item]!["taskIds"]![0]!.GetValue<string>();

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

    /// <summary>A commune of the province that the service knows.</summary>
    async Task<Guid> Commune()
    {
        var id = Guid.CreateVersion7();
        await ConferencesRunning.Know(
            running.Service,
            [ConferencesRunning.Unit(id, ConferencesRunning.Province, "COMMUNE", "COMMUNE", "Xã")]
        );
        // The conference by which it was found out that the commune is known.
        await running.Service.Database.Execute("delete from participations where unit_id = $1", id);
        return id;
    }

    static string Unit(Guid id, int version, string end)
    {
        var unit = ConferencesRunning.Unit(id, ConferencesRunning.Province, "COMMUNE", "COMMUNE", "Xã", to: end);
        unit["version"] = version;
        return new JsonArray(unit).ToJsonString();
    }
}
