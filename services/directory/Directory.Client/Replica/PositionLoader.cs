using Npgsql;

namespace DanVan.Directory.Client.Replica;

/// <summary>Brings the replica of the positions into memory: what changed since the last look, one look at a time.</summary>
internal sealed class PositionLoader(NpgsqlDataSource database, OfficeHolders holders) : IDisposable
{
    private readonly SemaphoreSlim oneAtATime = new(1);

    public async Task Refresh(CancellationToken ct)
    {
        await oneAtATime.WaitAsync(ct);
        try
        {
            await using var connection = await database.OpenConnectionAsync(ct);
            var revision = await Revision(connection, ct);
            if (revision > holders.Revision)
                holders.Apply(await ChangedAfter(connection, holders.Revision, ct), revision);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    private static async Task<long> Revision(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select revision from directory.position_replica", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    // Read after the revision: a position recorded in between comes along early, and once more with its own revision.
    private static async Task<IReadOnlyCollection<PositionRecord>> ChangedAfter(
        NpgsqlConnection connection,
        long revision,
        CancellationToken ct
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select id, version, person_id, unit_id, title, valid_from, valid_to, holder_name, annulled
            from directory.positions where revision > $1
            """,
            connection
        )
        {
            Parameters = { new() { Value = revision } },
        };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var changed = new List<PositionRecord>();
        while (await reader.ReadAsync(ct))
            changed.Add(
                new(
                    new(
                        reader.GetGuid(0),
                        reader.GetGuid(2),
                        reader.GetGuid(3),
                        reader.GetString(4),
                        reader.GetFieldValue<DateOnly>(5),
                        reader.GetFieldValue<DateOnly?>(6),
                        await reader.IsDBNullAsync(7, ct) ? null : reader.GetString(7)
                    ),
                    reader.GetInt32(1),
                    reader.GetBoolean(8)
                )
            );
        return changed;
    }
}
