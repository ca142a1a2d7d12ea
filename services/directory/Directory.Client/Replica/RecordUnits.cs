using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Directory.Client.Replica;

/// <summary>Keeps the replica of the units. Right under duplicates, reordering and replay: each unit is guarded by its version, ancestors are derived.</summary>
internal sealed class RecordUnits(NpgsqlDataSource database, ReplicaLoader loader) : IBatchReaction
{
    // So many at once come when a country is imported or a replica filled.
    private const int Flood = 100;
    private static readonly TimeSpan inAFlood = TimeSpan.FromMilliseconds(250);

    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var recorded = events.Select(received => (received.Envelope.Version, Unit: (UnitRecorded)received.Event));
        var news = await Record(database, recorded, ct);
        // Then the tree is built anew now and then and not for every batch; what is left over the watch brings in within two seconds.
        if (news > 0 && (events.Count < Flood || loader.SinceUnitsWereLoaded > inAFlood))
            await loader.RefreshUnits(ct);
    }

    /// <summary>Records units in one statement; answers how many were news.</summary>
    internal static async Task<long> Record(
        NpgsqlDataSource database,
        IEnumerable<(int Version, UnitRecorded Unit)> recorded,
        CancellationToken ct
    )
    {
        var rows = recorded.Select(row => new
        {
            id = row.Unit.UnitId,
            version = row.Version,
            predecessors = row.Unit.Predecessors,
            versions = row.Unit.Versions,
        });
        await using var command = database.CreateCommand("select directory.record_units($1)");
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(rows, EventJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
