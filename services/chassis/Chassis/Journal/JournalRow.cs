using System.Data.Common;
using Npgsql;

namespace DanVan.Chassis.Journal;

/// <summary>A row of the journal on its way to the broker.</summary>
sealed record JournalRow(
    long Sequence,
    Guid Id,
    string Type,
    string Subject,
    int Version,
    Guid? Unit,
    DateTimeOffset Time,
    string Data,
    string? TraceParent
)
{
    /// <summary>The next rows after <paramref name="after"/>, in order.</summary>
    public static async Task<List<JournalRow>> Read(NpgsqlDataSource database, long after, int limit, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select sequence, id, type, subject, version, unit, time, data::text, traceparent
            from chassis.journal where sequence > $1 order by sequence limit $2
            """
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = after });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        return await Read(command, ct);
    }

    /// <summary>The rows of these subjects in the order in which they are named, all or only the latest of each.</summary>
    public static async Task<List<JournalRow>> Of(NpgsqlDataSource database, string[] subjects, bool latestOnly, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            select j.sequence, j.id, j.type, j.subject, j.version, j.unit, j.time, j.data::text, j.traceparent
            from unnest($1) with ordinality as wanted (subject, place) cross join lateral (
                select * from chassis.journal where subject = wanted.subject order by version desc limit case when $2 then 1 end
            ) j
            order by wanted.place, j.version
            """
        );
        command.Parameters.Add(new NpgsqlParameter<string[]> { TypedValue = subjects });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = latestOnly });
        return await Read(command, ct);
    }

    /// <summary>Reads what a command of these columns answers.</summary>
    public static async Task<List<JournalRow>> Read(NpgsqlCommand command, CancellationToken ct)
    {
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<JournalRow>();
        while (await reader.ReadAsync(ct))
            rows.Add(From(reader));
        return rows;
    }

    static JournalRow From(DbDataReader reader) =>
        new(
            reader.GetInt64(0),
            reader.GetGuid(1),
            reader.GetString(2),
            reader.GetString(3),
            reader.GetInt32(4),
            reader.IsDBNull(5) ? null : reader.GetGuid(5),
            reader.GetFieldValue<DateTimeOffset>(6),
            reader.GetString(7),
            reader.IsDBNull(8) ? null : reader.GetString(8)
        );
}
