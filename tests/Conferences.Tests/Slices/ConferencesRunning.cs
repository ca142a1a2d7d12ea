using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>The service that all slices share, on a database of its own, with three provinces in its replica of the directory.</summary>
public sealed class ConferencesRunning : IAsyncLifetime
{
    public static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");
    public static readonly Guid Province = Guid.CreateVersion7();
    public static readonly Guid Board = Guid.CreateVersion7();
    public static readonly Guid Commune = Guid.CreateVersion7();
    public static readonly Guid Neighbour = Guid.CreateVersion7();
    public static readonly Guid Another = Guid.CreateVersion7();

    ServiceProcess? process;

    public ServiceProcess Service => process!;

    /// <summary>A client of the province, which sees its board and its commune.</summary>
    public HttpClient Clerk => Service.As(Province, "conferences.read", "conferences.write");

    /// <summary>A client of the commune, which is in charge of tasks.</summary>
    public HttpClient CommuneClerk => Service.As(Commune, "conferences.read", "conferences.write");

    public HttpClient NeighbourClerk => Service.As(Neighbour, "conferences.read", "conferences.write");

    public async ValueTask InitializeAsync()
    {
        process = await ServiceProcess.Start("conferences");
        var units = new JsonArray(
            Unit(Root, null, "CENTRAL", "CENTRAL", "Trung ương"),
            Unit(Province, Root, "PROVINCE", "PROVINCE", "Tỉnh A"),
            Unit(Board, Province, "MASS_MOBILIZATION_BOARD", "PROVINCE", "Ban Tuyên giáo và Dân vận Tỉnh ủy A"),
            Unit(Commune, Province, "COMMUNE", "COMMUNE", "Xã A"),
            Unit(Neighbour, Root, "PROVINCE", "PROVINCE", "Tỉnh B"),
            Unit(Another, Root, "PROVINCE", "PROVINCE", "Tỉnh C")
        );
        await Know(process, units);
    }

    /// <summary>Puts units into the replica and waits until the service knows them.</summary>
    public static async Task Know(ServiceProcess service, JsonArray units)
    {
        await service.Database.Record(units.Select(unit => unit!));
        using var root = service.As(Root, "conferences.read", "conferences.write");
        var last = units[^1]!["id"]!.GetValue<Guid>();
        await Eventually.True(
            "the replica of the directory in memory",
            async () =>
            {
                var conference = Calls.Planned(Root);
                conference["participants"] = new JsonArray(new JsonObject { ["roles"] = new JsonArray("DELEGATE"), ["unitId"] = last });
                return (await root.PostAsJsonAsync(Calls.Book, conference)).IsSuccessStatusCode;
            }
        );
    }

    /// <summary>A person whose record the unit keeps, as the directory would tell of it: by name only when the name is public.</summary>
    public Task<string> Person(Guid unit, string? publicName) => Person(Service, Guid.CreateVersion7(), unit, publicName);

    public static async Task<string> Person(ServiceProcess service, Guid id, Guid unit, string? publicName)
    {
        var person = new JsonObject
        {
            ["id"] = id,
            ["version"] = 1,
            ["unitId"] = unit,
            ["name"] = publicName,
        };
        await service.Database.Scalar<long>($"select directory.record_people('{new JsonArray(person).ToJsonString()}'::jsonb)");
        return $"{id}";
    }

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
            await process.DisposeAsync();
    }
}

[CollectionDefinition(nameof(Slices))]
public sealed class Slices : ICollectionFixture<ConferencesRunning>;
