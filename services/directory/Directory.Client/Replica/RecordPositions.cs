using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Directory.Client.Replica;

/// <summary>Keeps the replica of the positions. Right under duplicates, reordering and replay: each position is guarded by its version.</summary>
internal sealed class RecordPositions(NpgsqlDataSource database, PositionLoader loader) : IBatchReaction
{
    public async Task Handle(IReadOnlyList<ReceivedEvent> events, CancellationToken ct)
    {
        var recorded = events.Select(received => (received.Envelope.Version, Position: (PositionRecorded)received.Event));
        if (await Record(database, recorded, ct) > 0)
            await loader.Refresh(ct);
    }

    /// <summary>Records positions in one statement; answers how many were news.</summary>
    internal static async Task<long> Record(
        NpgsqlDataSource database,
        IEnumerable<(int Version, PositionRecorded Position)> recorded,
        CancellationToken ct
    )
    {
        var rows = recorded.Select(row => new
        {
            id = row.Position.PositionId,
            version = row.Version,
            row.Position.PersonId,
            row.Position.UnitId,
            row.Position.Title,
            row.Position.From,
            row.Position.To,
            row.Position.HolderName,
            row.Position.Annulled,
        });
        await using var command = database.CreateCommand("select directory.record_positions($1)");
        command.Parameters.Add(new() { Value = JsonSerializer.Serialize(rows, EventJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
