using System.Net;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.Awards.Tests.Slices;

/// <summary>The slices share one running service and take turns on it.</summary>
[CollectionDefinition]
public sealed class Slice : ICollectionFixture<AwardsRunning>;

/// <summary>The service on a database of its own, with two neighbouring provinces in its replica of the directory.</summary>
public sealed class AwardsRunning : IAsyncLifetime
{
    public static readonly Guid Country = Guid.CreateVersion7();
    public static readonly Guid Province = Guid.CreateVersion7();
    public static readonly Guid Committee = Guid.CreateVersion7();
    public static readonly Guid Board = Guid.CreateVersion7();
    public static readonly Guid Commune = Guid.CreateVersion7();
    public static readonly Guid Neighbour = Guid.CreateVersion7();

    ServiceProcess? process;

    public ServiceProcess Service => process!;

    /// <summary>A client of the province, which sees its board and its communes.</summary>
    public HttpClient Clerk => Of(Province);

    public HttpClient Of(Guid unit) => Service.As(unit, "awards.read", "awards.write", "awards.decide");

    public async ValueTask InitializeAsync()
    {
        process = await ServiceProcess.Start("awards");
        await process.Database.Record(Units);
        using var commune = Of(Commune);
        await Eventually.True(
            "the replica of the directory in memory",
            async () => (await commune.Post("decisions", Bodies.Decision(Commune, issuer: Committee))).StatusCode == HttpStatusCode.Created
        );
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }

    static JsonObject[] Units =>
        [
            Unit(Country, null, "CENTRAL", "CENTRAL", "Trung ương"),
            Unit(Province, Country, "PROVINCE", "PROVINCE", "Tỉnh A"),
            Unit(Committee, Province, "PEOPLES_COMMITTEE", "PROVINCE", "Ủy ban nhân dân tỉnh A"),
            Unit(Board, Province, "MASS_MOBILIZATION_BOARD", "PROVINCE", "Ban Dân vận Tỉnh ủy A"),
            Unit(Commune, Province, "COMMUNE", "COMMUNE", "Xã Một"),
            Unit(Neighbour, Country, "PROVINCE", "PROVINCE", "Tỉnh B"),
        ];
}
