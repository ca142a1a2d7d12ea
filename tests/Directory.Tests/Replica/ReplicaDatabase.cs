using DanVan.Directory.Client;
using DanVan.Directory.Client.Replica;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;

namespace DanVan.Directory.Tests.Replica;

/// <summary>A database of a service with nothing in it but the replica's tables.</summary>
sealed class ReplicaDatabase(TestDatabase database) : IAsyncDisposable
{
    public TestDatabase Sql => database;

    public static async Task<ReplicaDatabase> Create()
    {
        var database = await TestDatabase.Create("petitions");
        var assembly = typeof(DirectoryReplica).Assembly;
        foreach (var script in assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order())
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(script)!);
            await database.Execute(await reader.ReadToEndAsync());
        }
        return new(database);
    }

    public Task<long> Record(params IEnumerable<(int Version, UnitRecorded Unit)> units) =>
        RecordUnits.Record(database.Source, units, default);

    public async Task<UnitTree> Load()
    {
        var tree = new UnitTree();
        using var loader = new ReplicaLoader(database.Source, tree, new CurrentCalendar());
        await loader.RefreshUnits(default);
        return tree;
    }

    /// <summary>The whole content as one text, to compare replicas by.</summary>
    public Task<string> Content() =>
        database.Scalar<string>(
            """
            select coalesce(string_agg(line, e'\n' order by line), '') from (
                select concat_ws('|', 'a', unit_id, ancestor_id, valid, to_the_end) as line from directory.unit_ancestors
                union all
                select concat_ws('|', 'v', unit_id, valid_from, valid_to, name, parent_id, code) from directory.unit_versions
                union all
                select concat_ws('|', 'u', id, version, predecessors) from directory.units
            ) as lines
            """
        );

    public async Task<bool> IsWithin(Guid unit, Guid ancestor, DateOnly day) =>
        await database.Scalar<bool>(
            "select exists (select from directory.unit_ancestors where unit_id = $1 and ancestor_id = $2 and valid @> $3)",
            unit,
            ancestor,
            day
        );

    public ValueTask DisposeAsync() => database.DisposeAsync();
}
