using Npgsql;
using NpgsqlTypes;

namespace DanVan.Chassis;

/// <summary>Rows of the outbox by COPY.</summary>
sealed class OutboxCopy : IAsyncDisposable
{
    readonly NpgsqlBinaryImporter rows;

    OutboxCopy(NpgsqlBinaryImporter rows) => this.rows = rows;

    public static async Task<OutboxCopy> Begin(NpgsqlConnection connection, CancellationToken ct) =>
        new(
            await connection.BeginBinaryImportAsync(
                "copy chassis.outbox (id, type, subject, version, unit, time, actor, data, traceparent) from stdin (format binary)",
                ct
            )
        );

    public async Task Write(OutboxRow row, CancellationToken ct)
    {
        await rows.StartRowAsync(ct);
        await rows.WriteAsync(row.Id, NpgsqlDbType.Uuid, ct);
        await rows.WriteAsync(row.Type, NpgsqlDbType.Text, ct);
        await rows.WriteAsync(row.Subject, NpgsqlDbType.Text, ct);
        await rows.WriteAsync(row.Version, NpgsqlDbType.Integer, ct);
        await rows.WriteAsync(row.Unit, NpgsqlDbType.Uuid, ct);
        await rows.WriteAsync(row.Time, NpgsqlDbType.TimestampTz, ct);
        await rows.WriteAsync(row.Actor, NpgsqlDbType.Text, ct);
        await rows.WriteAsync(row.Data, NpgsqlDbType.Jsonb, ct);
        await rows.WriteAsync(row.TraceParent, NpgsqlDbType.Text, ct);
    }

    public async Task Complete(CancellationToken ct) => await rows.CompleteAsync(ct);

    public ValueTask DisposeAsync() => rows.DisposeAsync();
}
