using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using static DanVan.Support.ReplicaUnits;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>The units of the generated cases.</summary>
sealed record Place(Guid Root, Guid Province, Guid Committee, Guid Board)
{
    public Guid[] Units => [Province, Committee, Board];

    public Guid? SuperiorOf(Guid unit) =>
        unit == Root ? null
        : unit == Province ? Root
        : Province;

    /// <summary>The unit and all below it.</summary>
    public Guid[] Below(Guid unit) =>
        unit == Root ? [Root, .. Units]
        : unit == Province ? Units
        : [unit];
}

/// <summary>Petitions and reporting beside each other, and a thousand cases that have been lived through. <c>DANVAN_SEED</c> gives others.</summary>
public sealed class GeneratedLives() : PlatformFixture("petitions", "reporting")
{
    const int Petitions = 1000;
    const int Drivers = 4;

    internal static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("DANVAN_SEED"), out var seed) ? seed : 20_261_203;

    internal Place Place { get; } =
        new(new("00000000-0000-7000-8000-000000000001"), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());

    internal IReadOnlyList<Driver> Lived { get; private set; } = [];
    internal IEnumerable<GeneratedCase> Cases => Lived.SelectMany(driver => driver.Cases);

    /// <summary>Acts for the centre, which sees everything.</summary>
    internal HttpClient Clerk { get; private set; } = null!;
    internal HttpClient Reporter { get; private set; } = null!;
    internal TestDatabase Database => Platform["petitions"].Database;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        JsonObject[] units =
        [
            Unit(Place.Root, null, "CENTRAL", "CENTRAL", "Trung ương"),
            Unit(Place.Province, Place.Root, "PROVINCE", "PROVINCE", "Tỉnh A"),
            Unit(Place.Committee, Place.Province, "PEOPLES_COMMITTEE", "PROVINCE", "Ủy ban nhân dân tỉnh A"),
            Unit(Place.Board, Place.Province, "MASS_MOBILIZATION_BOARD", "PROVINCE", "Ban Tuyên giáo và Dân vận tỉnh A"),
        ];
        foreach (var service in (string[])["petitions", "reporting"])
            await Platform[service].Database.Record(units.Select(unit => unit.DeepClone()));
        Clerk = Platform["petitions"].As(Place.Root, "petitions.read", "petitions.write", "petitions.decide");
        Reporter = Platform["reporting"].As(Place.Root, "reporting.read", "reporting.write");
        await Eventually.True("the units in memory", async () => await Statistics(Place.Board, "2026-01-01", "2026-01-02") is not null);
        Lived = [.. Enumerable.Range(0, Drivers).Select(i => new Driver(Seed + i, Place, Clerk))];
        await Task.WhenAll(Lived.Select(driver => driver.Live(Petitions / Drivers)));
    }

    public override async ValueTask DisposeAsync()
    {
        Clerk?.Dispose();
        Reporter?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>The figures of a unit and of all below it, by code; none when it is not known.</summary>
    internal async Task<Figures?> Statistics(Guid unit, string from, string to)
    {
        using var answer = await Clerk.GetAsync($"api/v1/petitions/statistics?unitId={unit}&from={from}&to={to}");
        if (answer.StatusCode == HttpStatusCode.NotFound)
            return null;
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        var told = (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        var effects = told["effects"]!;
        return new(
            told["asOf"]!.GetValue<long>(),
            told["petitions"]!
                .AsArray()
                .ToDictionary(
                    figure => figure!["code"]!.GetValue<string>(),
                    figure => (figure!["papers"]!.GetValue<int>(), figure["cases"]!.GetValue<int>())
                ),
            [
                .. from line in told["received"]!.AsArray()
                group line by $"{line!["kind"]} round {line["round"]}" into alike
                let papers = alike.Sum(line => line!["papers"]!.GetValue<int>())
                let cases = alike.Sum(line => line!["cases"]!.GetValue<int>())
                where papers + cases > 0
                select $"{alike.Key}: {papers}, {cases}",
                $"effects: {effects["petitions"]}, {effects["moneyRecovered"]}, {effects["moneyReturned"]}, {effects["landRecovered"]}, "
                    + $"{effects["landReturned"]}, {effects["peopleSanctioned"]}",
                .. told["protections"]!.AsArray().Select(of => $"{of!["measure"]}: {of["count"]}, {of["petitions"]}"),
            ]
        );
    }

    /// <summary>The same once everything that was announced has its place in the journal.</summary>
    internal async Task<Figures> SettledStatistics(Guid unit, string from, string to)
    {
        await Eventually.True(
            "the outbox to be empty",
            async () => await Database.Scalar<long>("select count(*) from chassis.outbox") == 0
        );
        return (await Statistics(unit, from, to))!;
    }
}

/// <param name="AsOf">The number of the journal up to which is counted.</param>
/// <param name="Others">A line each: what was received by kind and round, what decisions brought about, who was protected.</param>
sealed record Figures(long AsOf, IReadOnlyDictionary<string, (int Papers, int Cases)> ByCode, IReadOnlyList<string> Others);
