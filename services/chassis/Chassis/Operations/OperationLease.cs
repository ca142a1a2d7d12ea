using System.Text.Json;
using DanVan.Chassis.Http;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Chassis.Operations;

/// <summary>
/// The queue's rows as a worker handles them. A lease lasts half a minute by the clock of the database and is renewed while the work goes on; when a
/// worker dies its lease runs out and the next one begins again. Every write names the lease, so one who lost it changes nothing.
/// </summary>
sealed class OperationLease(NpgsqlDataSource database)
{
    const int MaxAttempts = 5;

    readonly Guid holder = Guid.CreateVersion7();

    /// <summary>Takes the oldest job of these kinds that nobody holds.</summary>
    public async Task<QueuedOperation?> Take(string[] kinds, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            update chassis.operations set status = 'RUNNING', lease = $1, lease_until = now() + interval '30 seconds', attempts = attempts + 1
            where id = (
                select id from chassis.operations
                where status in ('QUEUED', 'RUNNING') and kind = any($2) and (lease_until is null or lease_until < now())
                order by created limit 1 for update skip locked)
            returning id, kind, input::text, subject, issuer, unit, scopes, attempts
            """
        );
        command.Parameters.AddWithValue(holder);
        command.Parameters.AddWithValue(kinds);
        await using var row = await command.ExecuteReaderAsync(ct);
        if (!await row.ReadAsync(ct))
            return null;
        using var input = JsonDocument.Parse(row.GetString(2));
        return new(
            row.GetGuid(0),
            row.GetString(1),
            input.RootElement.Clone(),
            row.GetString(3),
            row.GetString(4),
            row.IsDBNull(5) ? null : row.GetGuid(5),
            row.GetFieldValue<string[]>(6),
            row.GetInt32(7)
        );
    }

    /// <summary>Renews the lease and tells the progress; false when somebody else holds the job by now.</summary>
    public async Task<bool> Renew(OperationContext context, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            """
            update chassis.operations set lease_until = now() + interval '30 seconds', done = $3, total = $4
            where id = $1 and lease = $2 and status = 'RUNNING'
            """
        );
        command.Parameters.AddWithValue(context.Id);
        command.Parameters.AddWithValue(holder);
        command.Parameters.AddWithValue(context.Done);
        command.Parameters.Add(new() { Value = (object?)context.Total ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        return await command.ExecuteNonQueryAsync(ct) == 1;
    }

    /// <summary>Ends the job with its result or its problem.</summary>
    public async Task Finish(OperationContext context, object? problem)
    {
        await using var command = database.CreateCommand(
            """
            update chassis.operations set status = $3, done = $4, total = $5, result = $6, problem = $7, finished = now(), lease = null, lease_until = null
            where id = $1 and lease = $2
            """
        );
        command.Parameters.AddWithValue(context.Id);
        command.Parameters.AddWithValue(holder);
        command.Parameters.AddWithValue(problem is null ? "SUCCEEDED" : "FAILED");
        command.Parameters.AddWithValue(context.Done);
        command.Parameters.Add(new() { Value = (object?)context.Total ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(Json(problem is null ? context.Result : null));
        command.Parameters.Add(Json(problem));
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    /// <summary>Gives the job back: at once when this process stops, after a pause when the attempt failed. False when it was the last attempt.</summary>
    public async Task<bool> GiveBack(QueuedOperation job, bool stopping)
    {
        if (!stopping && job.Attempts >= MaxAttempts)
            return false;
        await using var command = database.CreateCommand(
            """
            update chassis.operations set lease_until = now() + $3, attempts = attempts - $4 where id = $1 and lease = $2
            """
        );
        command.Parameters.AddWithValue(job.Id);
        command.Parameters.AddWithValue(holder);
        command.Parameters.AddWithValue(stopping ? TimeSpan.Zero : TimeSpan.FromSeconds(5 * job.Attempts));
        command.Parameters.AddWithValue(stopping ? 1 : 0);
        await command.ExecuteNonQueryAsync(CancellationToken.None);
        return true;
    }

    static NpgsqlParameter Json(object? value) =>
        new()
        {
            Value = value is null ? DBNull.Value : JsonSerializer.Serialize(value, value.GetType(), JsonRules.Options),
            NpgsqlDbType = NpgsqlDbType.Jsonb,
        };
}
