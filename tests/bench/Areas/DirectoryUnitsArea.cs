using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Directory.Client;
using DanVan.Support;
using Npgsql;

namespace DanVan.Bench.Areas;

/// <summary>Units of a country: whether one stands below another, from a service's replica; the import of all; how soon a new service knows them.</summary>
public static class DirectoryUnitsArea
{
    const int Known = 14_000;
    static readonly DateOnly day = new(2026, 4, 30);

    public static async Task<Figure[]> Measure(Effort effort)
    {
        var (import, fill) = (new List<Round>(), new List<double>());
        Figure[] checks = [];
        for (var i = 0; i <= effort.Rounds; i++)
        {
            await using var platform = await TestPlatform.Start("directory");
            var directory = platform["directory"];
            var seconds = await Import(directory, SyntheticCountry.List());
            if (await directory.Database.Scalar<long>("select count(*) from unit_periods where code is not null") != SyntheticCountry.Units)
                throw new InvalidOperationException("Not every unit of the list was imported");
            await Published(directory);
            var bare = await BareCopy(directory.Database);
            await Import(directory, SyntheticCountry.Further(Known - SyntheticCountry.Units - 1));
            await Published(directory);
            var filled = await Fill(platform);
            if (i == 0) // The first round warms the disk and the servers up.
                continue;
            import.Add(new Round(SyntheticCountry.Units / seconds, SyntheticCountry.Units / bare));
            fill.Add(filled);
            if (i == effort.Rounds)
                checks = await Checks(platform["petitions"].Database, effort);
        }
        return
        [
            .. checks,
            new Figure(
                $"import of {SyntheticCountry.Units:N0} units, sent to carried out",
                "a bare COPY of the same rows",
                "units/s",
                import,
                1 / 3.0
            ),
            Figure.AtMost($"replica of a new service, process started to {Known:N0} units known", "s", 5, [.. fill]),
        ];
    }

    /// <summary>Seconds from sending the list, after the dry run that goes before, to the end of the operation.</summary>
    static async Task<double> Import(ServiceProcess directory, byte[] list)
    {
        const string Address = "/api/v1/units/imports?kind=units&effectiveFrom=2004-07-08&legalBasis=QD+124/2004";
        using var root = directory.As(RootUnit.Id, "directory.read", "directory.admin");
        using var body = new ByteArrayContent(list) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } };
        using var dry = await root.PostAsync($"{Address}&dryRun=true", body);
        dry.EnsureSuccessStatusCode();
        var watch = Stopwatch.StartNew();
        using var answer = await root.PostAsync(Address, body);
        var operation = await answer.Content.ReadFromJsonAsync<JsonElement>();
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(operation.ToString());
        var id = operation.GetProperty("id").GetGuid();
        while (true)
        {
            var status = await directory.Database.Scalar<string>("select status from chassis.operations where id = $1", id);
            if (status == "SUCCEEDED")
                return watch.Elapsed.TotalSeconds;
            if (status == "FAILED")
                throw new InvalidOperationException(
                    await directory.Database.Scalar<string>("select problem::text from chassis.operations where id = $1", id)
                );
            await Task.Delay(5);
        }
    }

    static Task Published(ServiceProcess directory) =>
        Eventually.True(
            "everything published",
            async () =>
                await directory.Database.Scalar<long>(
                    "select (select count(*) from chassis.outbox) + (select max(sequence) from chassis.journal) - published from chassis.checkpoint"
                ) == 0,
            TimeSpan.FromSeconds(120)
        );

    /// <summary>Seconds that it takes to copy the rows that the import wrote, units, periods and events, into tables with the same indexes and references.</summary>
    static async Task<double> BareCopy(TestDatabase database)
    {
        (string Twin, string Like, string From, string Columns)[] tables =
        [
            ("bare_units", "units", "units", "id, version"),
            (
                "bare_periods",
                "unit_periods",
                "unit_periods",
                "unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, code_scheme, code, further_codes, change, legal_basis"
            ),
            ("bare_outbox", "chassis.outbox", "chassis.journal", "id, type, subject, version, unit, time, actor, data, traceparent"),
        ];
        await using var connection = await database.Source.OpenConnectionAsync();
        var rows = new List<(string Into, byte[] Rows)>();
        foreach (var (twin, like, from, columns) in tables)
        {
            await database.Execute($"create table {twin} (like {like} including all)");
            await using var read = await connection.BeginRawBinaryCopyAsync(
                $"copy (select {columns} from {from}) to stdout (format binary)"
            );
            using var memory = new MemoryStream();
            await read.CopyToAsync(memory);
            rows.Add(($"copy {twin} ({columns}) from stdin (format binary)", memory.ToArray()));
        }
        foreach (var reference in (string[])["unit_id", "parent_id"])
            await database.Execute(
                $"alter table bare_periods add foreign key ({reference}) references bare_units (id) deferrable initially deferred"
            );
        var watch = Stopwatch.StartNew();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (into, copied) in rows)
        {
            await using var write = await connection.BeginRawBinaryCopyAsync(into);
            await write.WriteAsync(copied);
        }
        await transaction.CommitAsync();
        var seconds = watch.Elapsed.TotalSeconds;
        await database.Execute("drop table bare_units, bare_periods, bare_outbox");
        return seconds;
    }

    /// <summary>Seconds from the start of a new service's process until its replica holds every unit, each under the root.</summary>
    static async Task<double> Fill(TestPlatform platform)
    {
        var watch = Stopwatch.StartNew();
        var starting = platform.Add("petitions");
        // Its database is made and migrated first; that is not the filling.
        var petitions = await starting;
        var ready = watch.Elapsed;
        await Eventually.True(
            $"{Known} units in the replica",
            async () =>
                await petitions.Database.Scalar<long>("select count(*) from directory.units") == Known
                && await petitions.Database.Scalar<long>(
                    "select count(*) from directory.unit_ancestors where ancestor_id = $1",
                    RootUnit.Id
                ) == Known,
            TimeSpan.FromSeconds(120)
        );
        return (watch.Elapsed - ready).TotalSeconds + await StartOf(petitions);
    }

    /// <summary>Seconds of a plain start, filled replica and all: what the process itself needs.</summary>
    static async Task<double> StartOf(ServiceProcess service)
    {
        var watch = Stopwatch.StartNew();
        await service.Restart();
        return watch.Elapsed.TotalSeconds;
    }

    static async Task<Figure[]> Checks(TestDatabase replica, Effort effort)
    {
        var records = await Records(replica);
        var tree = UnitTree.Of(records);
        var probes = Probes(records);
        var inMemory = new List<double>();
        var inSql = new List<Round>();
        for (var i = 0; i <= effort.Rounds; i++)
        {
            var nanoseconds = InMemory(tree, probes, effort.Seconds);
            var round = new Round(
                await Rate(replica, Subtree, (unit, above) => [unit, above, day], probes, effort.Seconds),
                await Rate(replica, Lookup, (unit, _) => [unit], probes, effort.Seconds)
            );
            if (i == 0)
                continue;
            inMemory.Add(nanoseconds);
            inSql.Add(round);
        }
        return
        [
            // A million a second on one core is a thousand nanoseconds for each.
            Figure.AtMost($"subtree check in memory, {Known:N0} units, one core", "ns", 1_000, [.. inMemory]),
            new Figure("subtree check in SQL", "a bare lookup by primary key", "checks/s", inSql, 1 / 1.5),
        ];
    }

    const string Subtree = "select exists (select from directory.unit_ancestors where unit_id = $1 and ancestor_id = $2 and valid @> $3)";
    const string Lookup = "select exists (select from directory.units where id = $1)";

    static double InMemory(UnitTree tree, (Guid Unit, Guid Above)[] probes, int seconds)
    {
        var (within, checks) = (0L, 0L);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalSeconds < seconds)
            foreach (var (unit, above) in probes)
            {
                if (tree.IsWithin(unit, above, day))
                    within++;
                checks++;
            }
        var nanoseconds = watch.Elapsed.TotalNanoseconds / checks;
        // Half of the probes ask for who stands above: anything else would have measured something else.
        return within * 2 >= checks * 0.99 ? nanoseconds : throw new InvalidOperationException($"{within} of {checks} were within");
    }

    static async Task<double> Rate(
        TestDatabase database,
        string sql,
        Func<Guid, Guid, object[]> parameters,
        (Guid Unit, Guid Above)[] probes,
        int seconds
    )
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in parameters(probes[0].Unit, probes[0].Above))
            command.Parameters.Add(new() { Value = value });
        await command.PrepareAsync();
        var done = 0L;
        var watch = Stopwatch.StartNew();
        for (var i = 0; watch.Elapsed.TotalSeconds < seconds; i = (i + 1) % probes.Length)
        {
            foreach (var (place, value) in parameters(probes[i].Unit, probes[i].Above).Index())
                command.Parameters[place].Value = value;
            await command.ExecuteScalarAsync();
            done++;
        }
        return done / watch.Elapsed.TotalSeconds;
    }

    /// <summary>Pairs of which every second is a unit and one that stands above it, at any height.</summary>
    static (Guid Unit, Guid Above)[] Probes(IReadOnlyList<UnitRecord> records)
    {
        var random = new Random(1);
        var tree = UnitTree.Of(records);
        return
        [
            .. Enumerable
                .Range(0, 10_000)
                .Select(i =>
                {
                    var unit = records[random.Next(records.Count)].UnitId;
                    var line = tree.Ancestors(unit, day);
                    return i % 2 == 0 && line.Count > 0
                        ? (unit, line[random.Next(line.Count)].UnitId)
                        : (unit, records[random.Next(records.Count)].UnitId);
                }),
        ];
    }

    static async Task<IReadOnlyList<UnitRecord>> Records(TestDatabase replica)
    {
        await using var command = replica.Source.CreateCommand(
            "select unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, code_scheme, code from directory.unit_versions order by unit_id, valid_from"
        );
        await using var row = await command.ExecuteReaderAsync();
        var versions = new List<UnitVersion>();
        while (await row.ReadAsync())
            versions.Add(
                new(
                    row.GetGuid(0),
                    row.GetFieldValue<DateOnly>(1),
                    row.GetFieldValue<DateOnly?>(2),
                    row.GetString(3),
                    row.GetString(4),
                    row.GetString(5),
                    row.GetString(6),
                    row.GetFieldValue<Guid?>(7),
                    await row.IsDBNullAsync(8) ? null : row.GetString(8),
                    await row.IsDBNullAsync(9) ? null : row.GetString(9)
                )
            );
        return [.. versions.GroupBy(version => version.UnitId).Select(unit => new UnitRecord(unit.Key, 1, [], [.. unit]))];
    }
}
