using System.Net;
using System.Text.Json.Nodes;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>Units that begin and end, as the service hears of them, and what becomes of their petitions.</summary>
static class EndedUnits
{
    public static readonly DateOnly TheDay = new(2026, 9, 1);

    public static (Guid Id, TestEvent Event) CarriedOut(Guid ended, params Guid[] successors) =>
        CarriedOut(new UnitEnding(ended, successors));

    public static (Guid Id, TestEvent Event) CarriedOut(params UnitEnding[] endings)
    {
        var id = Guid.CreateVersion7();
        var carriedOut = new ReorganisationCarriedOut(id, TheDay, "NQ 7/TEST", endings);
        return (id, TestEvents.Of($"reorganisation-plan/{id}", carriedOut, PetitionsRunning.Province));
    }

    /// <summary>A commune of the province that petitions can be entered for.</summary>
    public static async Task<Guid> Commune(this PetitionsRunning running)
    {
        var id = Guid.CreateVersion7();
        await running.Record(Unit(id, 1));
        await Eventually.True(
            "the commune to be known",
            async () => (await running.Clerk.Post(Book, Paper("KIEN_NGHI", id))).StatusCode == HttpStatusCode.Created
        );
        await running.Service.Database.Execute("delete from petitions where unit_id = $1", id);
        return id;
    }

    public static Task<long> Record(this PetitionsRunning running, params JsonObject[] units) => running.Service.Database.Record(units);

    /// <summary>Records the unit, and waits until it is known.</summary>
    public static async Task Known(this PetitionsRunning running, JsonObject unit)
    {
        var marker = Guid.CreateVersion7();
        await running.Record(unit, Unit(marker, 1));
        await Eventually.True(
            "the unit to be known",
            async () => (await running.Clerk.Post(Book, Paper(unit: marker))).StatusCode == HttpStatusCode.Created
        );
    }

    public static JsonObject Unit(Guid id, int version, Guid? predecessor = null, DateOnly? end = null, string kind = "COMMUNE") =>
        ReplicaUnits.Commune(id, PetitionsRunning.Province, version, predecessor, end, kind);

    public static Task Followed(this PetitionsRunning running, Guid reorganisation) =>
        Eventually.True(
            "the reorganisation to be followed",
            async () => await running.Announced("reorganisation-followed", reorganisation) > 0
        );

    public static Task NothingWaits(this PetitionsRunning running, string queue) =>
        Eventually.True($"{queue} to be empty", async () => await running.Service.Broker.Messages(queue) == 0);

    public static Task<long> Announced(this PetitionsRunning running, string what, Guid reorganisation) =>
        running.Service.Database.Scalar<long>(
            "select count(*) from chassis.journal where type = $1 and subject = $2",
            $"vn.danvan.petitions.{what}.v1",
            $"reorganisation-part/{reorganisation}"
        );

    public static async Task<(Guid Unit, int Version)> Row(this PetitionsRunning running, string id) =>
        (
            await running.Service.Database.Scalar<Guid>("select unit_id from petitions where id = $1", Guid.Parse(id)),
            await running.Service.Database.Scalar<int>("select version from petitions where id = $1", Guid.Parse(id))
        );
}
