using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Chassis.Http;

/// <summary>An answer that was given, to be given again.</summary>
sealed record StoredAnswer(byte[] Fingerprint, int Status, Dictionary<string, string> Headers, byte[]? Body)
{
    /// <summary>Stands among the headers, where no header has such a name, of an answer whose body is sealed.</summary>
    public const string SealedMark = ":sealed";
}

/// <summary>Whose key it is and what it says.</summary>
sealed record IdempotencyScope(string Client, string Key)
{
    /// <summary>What a sealed answer is bound to: moved to another row it does not open.</summary>
    public string Place => $"{Client}\n{Key}";

    /// <summary>The number under which PostgreSQL locks the key: equal numbers of different keys only make one of them wait.</summary>
    public long LockNumber => BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(Place)));
}

/// <summary>The table of answers, on the connection and in the transaction of the request.</summary>
static class IdempotencyStore
{
    /// <summary>Whether the key is ours until the transaction ends, and the answer stored for it. One round trip.</summary>
    public static async Task<(bool Locked, StoredAnswer? Answer)> Enter(
        NpgsqlTransaction transaction,
        IdempotencyScope scope,
        CancellationToken ct
    )
    {
        // Two statements: under READ COMMITTED the second takes its snapshot after the lock, so it sees what the holder before us committed.
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                new("select pg_try_advisory_xact_lock($1)") { Parameters = { Value(scope.LockNumber) } },
                new(
                    """
                    select fingerprint, status, headers::text, body, created > now() - interval '24 hours' from chassis.idempotency
                    where client = $1 and key = $2
                    """
                )
                {
                    Parameters = { Value(scope.Client), Value(scope.Key) },
                },
            },
        };
        bool locked;
        await using (var reader = await batch.ExecuteReaderAsync(ct))
        {
            await reader.ReadAsync(ct);
            locked = reader.GetBoolean(0);
            await reader.NextResultAsync(ct);
            if (!await reader.ReadAsync(ct))
                return (locked, null);
            if (reader.GetBoolean(4))
                return (locked, Read(reader));
        }
        if (locked)
            await Forget(transaction, scope, ct);
        return (locked, null);
    }

    /// <summary>Stores the answer and commits, in one round trip. When it returns, what the request did and its answer are both durable.</summary>
    public static async Task StoreAndCommit(NpgsqlTransaction transaction, IdempotencyScope scope, StoredAnswer answer)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction)
        {
            BatchCommands =
            {
                new(
                    """
                    insert into chassis.idempotency (client, key, fingerprint, status, headers, body) values ($1, $2, $3, $4, $5, $6)
                    """
                )
                {
                    Parameters =
                    {
                        Value(scope.Client),
                        Value(scope.Key),
                        Value(answer.Fingerprint),
                        Value(answer.Status),
                        new() { Value = JsonSerializer.Serialize(answer.Headers), NpgsqlDbType = NpgsqlDbType.Jsonb },
                        new() { Value = (object?)answer.Body ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Bytea },
                    },
                },
                new("commit"),
            },
        };
        // Not cancelled with the request: a caller that leaves now finds its answer by the key.
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
    }

    // An answer older than a day makes way. It is never overwritten: the primary key is what forbids two answers to one key, whatever the lock does.
    static async Task Forget(NpgsqlTransaction transaction, IdempotencyScope scope, CancellationToken ct)
    {
        await using var delete = new NpgsqlCommand(
            "delete from chassis.idempotency where client = $1 and key = $2",
            transaction.Connection,
            transaction
        )
        {
            Parameters = { Value(scope.Client), Value(scope.Key) },
        };
        await delete.ExecuteNonQueryAsync(ct);
    }

    static StoredAnswer Read(NpgsqlDataReader row) =>
        new(
            row.GetFieldValue<byte[]>(0),
            row.GetInt32(1),
            JsonSerializer.Deserialize<Dictionary<string, string>>(row.GetString(2))!,
            row.IsDBNull(3) ? null : row.GetFieldValue<byte[]>(3)
        );

    static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };
}
