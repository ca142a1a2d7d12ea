using System.Diagnostics;
using DanVan.Bench.Load;
using DanVan.Bench.Peers;
using DanVan.Directory.Client;
using DanVan.Support;
using Npgsql;

namespace DanVan.Bench.Areas;

/// <summary>10,000 reporting units in three levels below the centre, 100 cells each, twelve periods: one figure, all of them anew, and a report on its way up.</summary>
public static class ReportingArea
{
    internal const string Period = "form=TTCP_TCD&regime=TTCP_06_2025&kind=QUARTER";
    const int Cells = 100;

    public static async Task<Figure[]> Measure(Effort effort)
    {
        var full = effort == Effort.Full;
        var duties = Path.Combine(PlatformServers.StateFolder, "bench-duties.json");
        await File.WriteAllTextAsync(duties, Duties);
        await using var service = await ServiceProcess.Start(
            "reporting",
            new Dictionary<string, string> { ["Duties__RulesFile"] = duties }
        );
        var (provinces, units) = await Country(service.Database);
        var periods = full ? 12 : 1;
        for (var i = 0; i < periods; i++)
            await Fill(service.Database, units, year: 2026 + i / 4, index: i % 4 + 1);
        await Run(service.Database, "vacuum (analyze) contributions, figures, directory.unit_ancestors");
        using var centre = service.As(RootUnit.Id, "reporting.read", "reporting.write");
        await Eventually.True(
            "the units in memory",
            async () =>
                (await centre.GetAsync($"api/v1/figures/TCD01?{Period}&year=2026&index=1&unitId={provinces[^1]}")).IsSuccessStatusCode
        );

        var (one, top, page) = (new List<Round>(), new List<double>(), new List<double>());
        await using (var peer = await Peer.Start("row", service.Database.ConnectionString, RowOfTheNation))
        {
            using var bare = new HttpClient { BaseAddress = peer.Address };
            var times = full ? 500 : 100;
            for (var i = 0; i <= effort.Rounds; i++)
            {
                var ours = await Percentile(times, 0.5, _ => Get(centre, $"api/v1/figures/TCD01?{Period}&year=2026&index=1&basis=SENT"));
                var theirs = await Percentile(times, 0.5, _ => Get(bare, "row"));
                var all = await Percentile(times, 0.95, _ => Get(centre, $"api/v1/figures?{Period}&year=2026&index=1&basis=SENT"));
                var down = await Percentile(
                    times,
                    0.95,
                    n => Get(centre, $"api/v1/figures/TCD01/units?{Period}&year=2026&index=1&basis=SENT{Top(provinces, n)}")
                );
                if (i == 0) // Warms the code and the caches up.
                    continue;
                one.Add(new(1000 / ours, 1000 / theirs));
                top.Add(all);
                page.Add(down);
            }
        }
        var anew = new List<Round>();
        for (var i = 0; i < effort.Rounds; i++)
        {
            // From scratch is into nothing, here and there.
            await Run(service.Database, $"delete from figures where collection_id = {FirstPeriod}");
            await Run(service.Database, "vacuum figures");
            await Run(service.Database, "truncate bench_figures");
            var ours = await Run(service.Database, $"select rebuild_figures({FirstPeriod})");
            anew.Add(new(3600 / ours, 3600 / await Run(service.Database, ByHand)));
        }
        var fresh = await ReportFreshness.Measure(centre, units, full ? 1_000 : 150);
        return
        [
            new Figure("one figure of the nation", "the same row by its key, over HTTP", "a second", one, 1.0 / 3),
            Figure.AtMost($"all figures of the nation, {units.Count:N0} units × {Cells} cells × {periods} periods, p95", "ms", 5, [.. top]),
            Figure.AtMost("a figure taken apart by units, p95", "ms", 50, [.. page]),
            new Figure("a period consolidated anew", "the same by hand-written SQL", "an hour", anew, 1 / 1.5),
            Figure.AtMost("a report sent, until the nation's figure has it, p99 at 10,000 in ten minutes", "ms", 1_000, fresh),
            Figure.AtMost("memory of reporting after all that (PSS)", "MB", 400, service.Pss()),
        ];
    }

    const string Duties = """
        [{ "form": "TTCP_TCD", "regime": "TTCP_06_2025", "periodKinds": ["QUARTER"], "kinds": ["PROVINCE", "COMMUNE", "DEPARTMENT"],
           "inForceFrom": "2025-09-30", "inForceTo": null, "article": { "vi": "-", "en": "-" } }]
        """;

    const string FirstPeriod = "(select min(id) from collections)";

    const string RowOfTheNation = $"""
        select number from figures where basis = 'SENT' and unit_id = '00000000-0000-7000-8000-000000000001' and cell = 'TCD01'
            and collection_id = {FirstPeriod}
        """;

    const string ByHand = $"""
        insert into bench_figures
        select a.ancestor_id, c.cell, sum(c.number), count(c.number)
        from contributions c join directory.unit_ancestors a on a.unit_id = c.unit_id and a.ancestor_id <> a.unit_id and a.valid @> date '2026-03-14'
        where c.collection_id = {FirstPeriod} and c.basis = 'SENT'
        group by a.ancestor_id, c.cell
        """;

    /// <summary>34 provinces, 3,321 communes, two departments in each.</summary>
    static async Task<(Guid[] Provinces, IReadOnlyList<Guid> Units)> Country(TestDatabase database)
    {
        Guid[] provinces = [.. Enumerable.Range(0, 34).Select(_ => Guid.CreateVersion7())];
        Guid[] communes = [.. Enumerable.Range(0, 3_321).Select(_ => Guid.CreateVersion7())];
        Guid[] departments = [.. Enumerable.Range(0, 6_645).Select(_ => Guid.CreateVersion7())];
        await database.Record([
            ReplicaUnits.Unit(RootUnit.Id, null, "CENTRAL", "CENTRAL", "Trung ương"),
            .. provinces.Select(unit => ReplicaUnits.Unit(unit, RootUnit.Id, "PROVINCE", "PROVINCE", "Tỉnh")),
        ]);
        foreach (var some in communes.Select((unit, i) => ReplicaUnits.Commune(unit, provinces[i % 34], 1)).Chunk(1_000))
            await database.Record(some);
        foreach (
            var some in departments.Select((unit, i) => ReplicaUnits.Commune(unit, communes[i % 3_321], 1, kind: "DEPARTMENT")).Chunk(1_000)
        )
            await database.Record(some);
        await Run(
            database,
            "create table bench_figures (unit_id uuid, cell text, number numeric, reported bigint, primary key (unit_id, cell))"
        );
        return (provinces, [.. provinces, .. communes, .. departments]);
    }

    /// <summary>The reports of a period as the service keeps what they add: the cells of the form, and as many more as make a hundred.</summary>
    static async Task Fill(TestDatabase database, IReadOnlyList<Guid> units, int year, int index)
    {
        var collection = await database.Scalar<int>(
            "select collection_of('TTCP_TCD', 'TTCP_06_2025', 'QUARTER', $1, $2, make_date($1, $2 * 3, 14))",
            year,
            index
        );
        await using var command = database.Source.CreateCommand(
            """
            insert into contributions (collection_id, basis, unit_id, cell, state, number, at_least, text)
            select $1, 'SENT', unit, cell, 'REPORTED', case cell when '*' then null else abs(hashtext(unit::text || cell)) % 100 end, false, null
            from unnest($2) as unit, unnest($3) as cell
            """
        );
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = collection });
        command.Parameters.Add(new() { Value = units.ToArray() });
        command.Parameters.Add(new() { Value = Codes });
        await command.ExecuteNonQueryAsync();
        await Run(database, $"select rebuild_figures({collection})");
    }

    static readonly string[] Codes = ["*", "TCD01", "TCD02", .. Enumerable.Range(1, Cells - 2).Select(i => $"X{i:d2}")];

    static string Top(Guid[] provinces, int n) => n % 2 == 0 ? "" : $"&unitId={provinces[n % provinces.Length]}";

    static async Task Get(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        var body = await answer.Content.ReadAsByteArrayAsync();
        if (!answer.IsSuccessStatusCode || body.Length == 0)
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    /// <summary>Seconds that a statement takes.</summary>
    static async Task<double> Run(TestDatabase database, string sql)
    {
        var watch = Stopwatch.StartNew();
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
        return watch.Elapsed.TotalSeconds;
    }

    static async Task<double> Percentile(int times, double which, Func<int, Task> ask)
    {
        var milliseconds = new double[times];
        for (var n = 0; n < times; n++)
        {
            var watch = Stopwatch.StartNew();
            await ask(n);
            milliseconds[n] = watch.Elapsed.TotalMilliseconds;
        }
        Array.Sort(milliseconds);
        return milliseconds[(int)(which * (times - 1))];
    }
}
