using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Conferences.Tests.Slices.Calls;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>Communes that begin and end, as the service hears of them, and what they have before them.</summary>
static class EndedUnits
{
    public static readonly DateOnly TheDay = new(2026, 9, 1);

    /// <summary>A commune of the province that the service knows.</summary>
    public static async Task<Guid> Commune(this ConferencesRunning running)
    {
        var id = Guid.CreateVersion7();
        await running.Know(Unit(id, 1));
        return id;
    }

    /// <summary>Records units, and waits until the service knows them.</summary>
    public static Task Know(this ConferencesRunning running, params JsonObject[] units) =>
        ConferencesRunning.Know(running.Service, [.. units, Unit(Guid.CreateVersion7(), 1)]);

    public static JsonObject Unit(Guid id, int version, Guid? predecessor = null, DateOnly? end = null) =>
        ReplicaUnits.Commune(id, ConferencesRunning.Province, version, predecessor, end);

    /// <summary>A conference still to come, with two delegates of a unit.</summary>
    public static JsonObject Coming(Guid organiser, Guid delegates)
    {
        var coming = Planned(organiser);
        coming["participants"] = new JsonArray(Delegate(delegates), Delegate(ConferencesRunning.Board), Delegate(delegates));
        return coming;
    }

    /// <summary>The task for a unit, of a conference that another organised.</summary>
    public static async Task<string> TaskFor(this HttpClient clerk, Guid lead, Guid? assigner = null)
    {
        var held = Held();
        held["organiserUnitId"] = assigner ?? ConferencesRunning.Board;
        held["conclusions"]![0]!["tasks"]![0]!["leadUnitId"] = lead;
        return (await clerk.Enter(held)).Task(0);
    }

    public static string Task(this JsonNode conference, int item) => conference["conclusions"]![item]!["taskIds"]![0]!.GetValue<string>();

    /// <summary>Whether it is in the list of those that wait for a person.</summary>
    public static async Task<bool> Waits(this HttpClient clerk, string book, string id) =>
        (await clerk.Get($"{book}?ofEndedUnits=true&limit=1000"))["items"]!.AsArray().Any(line => line.Text("id") == id);

    public static JsonObject Instead(Guid from, Guid to) => new() { ["fromUnitId"] = from, ["toUnitId"] = to };

    /// <summary>The code of a refusal, and what it names.</summary>
    public static async Task<string> Refused(HttpResponseMessage answer, HttpStatusCode status)
    {
        var problem = await answer.Read(status);
        return $"{problem.Text("code")} {string.Join(' ', (problem["errors"]?.AsObject() ?? []).Select(error => error.Key))}";
    }

    /// <summary>What an event tells: these members, the reorganisation, and the unit of its envelope.</summary>
    public static Task<string> Told(this ConferencesRunning running, string what, string subject, params string[] members) =>
        Eventually.Found(
            $"{what} in the journal",
            () =>
                running.Service.Database.Scalar<string>(
                    $"""
                    select concat_ws(' ', {string.Concat(
                        members.Select(member => $"data ->> '{member}', ")
                    )} data -> 'reorganisationId', unit)
                    from chassis.journal where type = $1 and subject = $2
                    """,
                    $"vn.danvan.conferences.{what}.v1",
                    subject
                )!
        );

    static JsonObject Delegate(Guid unit) => new() { ["roles"] = new JsonArray("DELEGATE"), ["unitId"] = unit };
}
