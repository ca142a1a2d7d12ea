using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Awards.Tests.Slices.Bodies;

namespace DanVan.Awards.Tests.Slices;

/// <summary>Units that begin and end, as the service hears of them.</summary>
static class EndedUnits
{
    public static readonly DateOnly TheDay = new(2026, 9, 1);

    /// <summary>A commune of the province that the service knows.</summary>
    public static async Task<Guid> Commune(this AwardsRunning running)
    {
        var id = Guid.CreateVersion7();
        await running.Know(Unit(id, 1));
        return id;
    }

    /// <summary>Records units, and waits until the service knows them.</summary>
    public static async Task Know(this AwardsRunning running, params JsonObject[] units)
    {
        var marker = Guid.CreateVersion7();
        await running.Service.Database.Record([.. units, Unit(marker, 1)]);
        await Eventually.True("the units to be known", async () => (await running.Clerk.Post("models", Model(marker))).IsSuccessStatusCode);
    }

    public static JsonObject Unit(Guid id, int version, Guid? predecessor = null, DateOnly? end = null) =>
        ReplicaUnits.Commune(id, AwardsRunning.Province, version, predecessor, end);

    public static async Task<string> Entered(this HttpClient clerk, string path, JsonObject body) =>
        (await clerk.Posted(path, body)).Text("id");

    public static async Task<string> Closed(this HttpClient clerk, Guid unit)
    {
        var id = await clerk.Entered("movements", Movement(unit));
        await clerk.Posted($"movements/{id}/closing", new JsonObject { ["closedOn"] = "2022-12-31" });
        return id;
    }

    public static async Task<string> Discontinued(this HttpClient clerk, Guid unit)
    {
        var id = await clerk.Entered("models", Model(unit));
        await clerk.Posted($"models/{id}/discontinuation", Operation.At("models/{id}/discontinuation").Body());
        return id;
    }
}
