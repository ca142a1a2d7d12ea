using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>All slices share one process, one class after the other.</summary>
[CollectionDefinition(PetitionsRunning.Shared)]
public sealed class SharedPetitions : ICollectionFixture<PetitionsRunning>;

/// <summary>The service on a database of its own, with two neighbouring provinces and the holidays of 2026 in its replica of the directory.</summary>
public sealed class PetitionsRunning : IAsyncLifetime
{
    public const string Shared = "petitions running";

    static readonly string VaultKey = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    public static readonly Guid Country = Guid.CreateVersion7();
    public static readonly Guid Province = Guid.CreateVersion7();
    public static readonly Guid Committee = Guid.CreateVersion7();
    public static readonly Guid Board = Guid.CreateVersion7();
    public static readonly Guid Neighbour = Guid.CreateVersion7();

    /// <summary>A vertical agency's local branch: statistics count it for itself. Whoever needs it records it.</summary>
    public static readonly Guid Branch = Guid.CreateVersion7();

    ServiceProcess? process;

    public ServiceProcess Service => process!;

    /// <summary>A client of the province, which sees its committee and its board.</summary>
    public HttpClient Clerk => Service.As(Province, "petitions.read", "petitions.write", "petitions.decide", "petitions.identity");

    /// <summary>Another person there, who decides.</summary>
    public HttpClient Head =>
        Service.WithToken(TestTokens.Create(Province, ["petitions.read", "petitions.decide"], new() { Subject = "head" }));

    public async ValueTask InitializeAsync()
    {
        process = await ServiceProcess.Start(
            "petitions",
            new Dictionary<string, string>
            {
                ["Vault__Key"] = VaultKey,
                ["Deadlines__RecountEvery"] = "00:00:00.2",
                ["Attachments__SweepEvery"] = "00:00:00.2",
                // A version more in the middle of a test that asks for versions would be no fault.
                ["Deadlines__EscalateEvery"] = "1.00:00:00",
                ["Clearance__Every"] = "00:00:01",
                ["Clearance__LookEvery"] = "00:00:00.2",
                ["Statistics__VerticalUnits__0"] = $"{Branch}",
            }
        );
        await process.Database.Record(Units);
        await process.Database.Execute(
            """
            insert into directory.calendar_days (date, type, name, decision, version, enabled)
            values ('2026-09-01', 'HOLIDAY', 'Quốc khánh', null, 1, true), ('2026-09-02', 'HOLIDAY', 'Quốc khánh', null, 1, true)
            """
        );
        using var clerk = Clerk;
        await Eventually.True(
            "the replica of the directory in memory",
            async () =>
                (await clerk.GetFromJsonAsync<JsonNode>("api/v1/petitions/deadlines/what-if?rule=KN.R1&start=2026-08-03"))![
                    "due"
                ]!.GetValue<string>() == "2026-09-03"
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
            Unit(Board, Province, "MASS_MOBILIZATION_BOARD", "PROVINCE", "Ban Tuyên giáo và Dân vận tỉnh A"),
            Unit(Neighbour, Country, "PROVINCE", "PROVINCE", "Tỉnh B"),
        ];
}
