using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Directory.Client;
using DanVan.Support;

namespace DanVan.Reporting.Tests;

/// <summary>
/// Figures added up step by step are those added up anew, whatever was sent, corrected, taken back, repeated and reorganised, in any order, by several at once.
/// </summary>
public sealed class RollUpTests(ReportingRunning running, ITestOutputHelper output) : IClassFixture<ReportingRunning>
{
    const int Writers = 4;
    const int Steps = 80;
    const int Collections = 3;

    static readonly int Seed = int.TryParse(Environment.GetEnvironmentVariable("DANVAN_SEED"), out var seed) ? seed : 20_261_130;

    readonly Guid[] provinces = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
    readonly Guid[] communes = [.. Enumerable.Range(0, 16).Select(_ => Guid.CreateVersion7())];
    readonly Guid[] departments = [.. Enumerable.Range(0, 24).Select(_ => Guid.CreateVersion7())];

    TestDatabase Database => running.Reporting.Database;

    [Fact]
    public async Task Whatever_happens_the_figures_are_those_added_up_anew()
    {
        output.WriteLine($"DANVAN_SEED={Seed}");
        var versions = new Dictionary<Guid, int>();
        await Database.Record([
            ReplicaUnits.Unit(RootUnit.Id, null, "CENTRAL", "CENTRAL", "Trung ương"),
            .. provinces.Select(unit => ReplicaUnits.Unit(unit, RootUnit.Id, "PROVINCE", "PROVINCE", "Tỉnh")),
            .. communes.Select((unit, i) => ReplicaUnits.Commune(unit, provinces[i % provinces.Length], 1)),
            .. departments.Select((unit, i) => ReplicaUnits.Commune(unit, communes[i % communes.Length], 1, kind: "DEPARTMENT")),
        ]);

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(i => Write(i, new(Seed + i))).Append(Reorganise(new(Seed - 1), versions)));
        // In the midst of folding.
        await running.Reporting.Kill();
        await running.Reporting.Restart();
        await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(i => Write(i, new(Seed + Writers + i))).Append(Reorganise(new(Seed - 2), versions))
        );

        await Eventually.True(
            "everything to be folded",
            () =>
                Database.Scalar<bool>(
                    """
                    select not exists (select from figure_deltas)
                        and (select t.revision = r.revision from figure_tree t, directory.replica r)
                    """
                )
        );
        Assert.True(await Database.Scalar<long>("select count(*) from figures where number <> 0") > 100);
        Assert.Contains("0 differ", await running.Reporting.Run("reconcile"), StringComparison.Ordinal);
        // And the check finds what differs.
        await Database.Execute(
            """
            update figures set number = number + 1 where ctid = (select min(ctid) from figures where number <> 0);
            delete from figures where ctid = (select max(ctid) from figures where number <> 0);
            insert into figures select collection_id, basis, gen_random_uuid(), cell, 1, 1, 0, 0, 0 from figures limit 1
            """
        );
        var told = (await Assert.ThrowsAsync<InvalidOperationException>(() => running.Reporting.Run("reconcile"))).Message;
        Assert.Contains("folded and not added up", told, StringComparison.Ordinal);
        var damaged = await Database.Scalar<long>("select txid_current()");
        await Rebuild();
        Assert.Contains("0 differ", await running.Reporting.Run("reconcile"), StringComparison.Ordinal);
        // The one that was wrong and the one that was gone; none of those that were right.
        Assert.Equal(2, await Database.Scalar<long>("select count(*) from figures where xmin::text::bigint > $1", damaged));
        // The same out of nothing.
        await Database.Execute("truncate figures");
        await Rebuild();
        Assert.Contains("0 differ", await running.Reporting.Run("reconcile"), StringComparison.Ordinal);
    }

    async Task Rebuild()
    {
        for (var collection = 0; collection < Collections; collection++)
            await Database.Execute("select rebuild_figures(collection_of('T', 'T', 'YEAR', $1, 1, '2020-01-01'))", 2021 + collection);
    }

    /// <summary>Sends, corrects, takes back and repeats what units add: each writer has units of its own, as a report is held by one step at a time.</summary>
    async Task Write(int writer, Random random)
    {
        Guid[] all = [RootUnit.Id, .. provinces, .. communes, .. departments];
        Guid[] units = [.. all.Where((_, i) => i % Writers == writer)];
        string? last = null;
        for (var i = 0; i < Steps; i++)
        {
            var year = 2021 + random.Next(Collections);
            var (unit, basis) = (units[random.Next(units.Length)], random.Next(3) == 0 ? "APPROVED" : "SENT");
            var adds = last is not null && random.Next(5) == 0 ? last : Adds(random);
            last = adds;
            await Database.Execute(
                "select contribute(collection_of('T', 'T', 'YEAR', $1, 1, make_date($1, 12, 14)), $2::figure_basis, $3, $4::jsonb)",
                year,
                basis,
                unit,
                adds
            );
        }
    }

    static string Adds(Random random)
    {
        if (random.Next(6) == 0)
            return "[]";
        string[] states = ["REPORTED", "NOT_REPORTED", "NOT_APPLICABLE", "UNSPECIFIED"];
        return JsonSerializer.Serialize(
            (object[])
                [
                    new { cell = "*", state = "REPORTED" },
                    .. from cell in Enumerable.Range(0, 6)
                    where random.Next(4) > 0
                    let state = states[Math.Max(0, random.Next(8) - 4)]
                    select new
                    {
                        cell = $"C{cell}",
                        state,
                        number = state == "REPORTED" ? random.Next(-5, 100) / 4m : (decimal?)null,
                        atLeast = random.Next(9) == 0,
                        alone = cell == 5,
                    },
                ]
        );
    }

    /// <summary>Moves units below others from some day on, ends them, and takes that back.</summary>
    async Task Reorganise(Random random, Dictionary<Guid, int> versions)
    {
        for (var i = 0; i < Steps / 5; i++)
        {
            var isCommune = random.Next(2) == 0;
            var unit = isCommune ? communes[random.Next(communes.Length)] : departments[random.Next(departments.Length)];
            var parents = isCommune ? provinces : communes;
            var version = versions[unit] = versions.GetValueOrDefault(unit, 1) + 1;
            var day = $"{2020 + random.Next(5)}-07-01";
            await Database.Record([
                Moved(unit, version, parents[random.Next(parents.Length)], parents[random.Next(parents.Length)], day, random.Next(4) == 0),
            ]);
        }
    }

    static JsonObject Moved(Guid unit, int version, Guid from, Guid to, string day, bool ends)
    {
        var told = ReplicaUnits.Commune(unit, from, version);
        var first = told["versions"]![0]!;
        first["to"] = day;
        if (!ends)
        {
            var second = first.DeepClone();
            (second["from"], second["to"], second["parentId"]) = (day, null, to);
            told["versions"]!.AsArray().Add(second);
        }
        return told;
    }
}
