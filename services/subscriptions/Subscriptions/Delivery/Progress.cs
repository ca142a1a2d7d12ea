using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace DanVan.Subscriptions.Delivery;

/// <summary>How far each subscription has come, shared by all replicas: who holds a lease delivers, and only the holder's word counts.</summary>
sealed class Progress(NpgsqlDataSource database, TimeProvider clock)
{
    const string Begin = """
        insert into webhook_progress (subscription_id, position)
        select id, starts_after from subscriptions s where not exists (select from webhook_progress p where p.subscription_id = s.id)
        on conflict do nothing
        """;

    // A lease outlasts a turn by far (see Turn): it runs out only under a process that is gone.
    const string Take = """
        with due as (
            select p.subscription_id
            from webhook_progress p join subscriptions s on s.id = p.subscription_id cross join feed_head h
            where s.state = 'ACTIVE' and p.position < h.position and p.next_attempt <= now()
                and (p.leased_until is null or p.leased_until < now())
            order by p.next_attempt
            limit $1
            for update of p skip locked
        )
        update webhook_progress p set lease = gen_random_uuid(), leased_until = now() + interval '60 seconds'
        from due join subscriptions s on s.id = due.subscription_id
        where p.subscription_id = due.subscription_id
        returning p.subscription_id, p.lease, p.position, p.failures, s.url, s.types, s.unit_id, s.secret,
            case when s.previous_secret_until > $2 then s.previous_secret end
        """;

    const string Record = """
        with moved as (
            update webhook_progress
            set position = $3, failures = $4, next_attempt = now() + $5, lease = null, leased_until = null
            where subscription_id = $1 and lease = $2
        )
        insert into deliveries (id, subscription_id, event_id, type, attempt, at, milliseconds, status, error)
        select id, $1, event_id, type, attempt, at, milliseconds, status, error
        from unnest($6::uuid[], $7::uuid[], $8::text[], $9::int[], $10::timestamptz[], $11::int[], $12::int[], $13::text[])
            as a (id, event_id, type, attempt, at, milliseconds, status, error)
        where exists (select from subscriptions where id = $1)
        """;

    /// <summary>Takes subscriptions that are due and that nobody serves.</summary>
    public async Task<IReadOnlyList<DueSubscription>> TakeDue(int limit, CancellationToken ct)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new(Begin));
        batch.BatchCommands.Add(
            new(Take)
            {
                Parameters =
                {
                    new() { Value = limit },
                    new() { Value = clock.GetUtcNow() },
                },
            }
        );
        await using var reader = await batch.ExecuteReaderAsync(ct);
        var due = new List<DueSubscription>();
        while (await reader.ReadAsync(ct))
            due.Add(
                new(
                    reader.GetGuid(0),
                    reader.GetGuid(1),
                    reader.GetInt64(2),
                    reader.GetInt32(3),
                    new Uri(reader.GetString(4)),
                    reader.GetFieldValue<string[]>(5),
                    reader.GetGuid(6),
                    reader.GetFieldValue<byte[]>(7),
                    reader.IsDBNull(8) ? null : reader.GetFieldValue<byte[]>(8)
                )
            );
        return due;
    }

    /// <summary>Writes down what a turn has done, and gives the lease back.</summary>
    public async Task Save(DueSubscription subscription, TurnResult turn, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Record);
        var attempts = turn.Attempts;
        command.Parameters.AddRange(
            new NpgsqlParameter[]
            {
                new() { Value = subscription.Id },
                new() { Value = subscription.Lease },
                new() { Value = turn.Position },
                new() { Value = turn.Failures },
                new() { Value = turn.Wait },
                new() { Value = attempts.Select(x => IdAt(x.At)).ToArray() },
                new() { Value = attempts.Select(x => x.EventId).ToArray() },
                new() { Value = attempts.Select(x => x.Type).ToArray() },
                new() { Value = attempts.Select(x => x.Number).ToArray() },
                new() { Value = attempts.Select(x => x.At).ToArray() },
                new() { Value = attempts.Select(x => x.Milliseconds).ToArray() },
                new() { Value = attempts.Select(x => x.Answer.Status).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Integer },
                new() { Value = attempts.Select(x => x.Answer.Error).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
            }
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>A UUIDv7 in the order of its instant within the millisecond too (RFC 9562 §6.2, method 3): the log is read in the order of the ids.</summary>
    static Guid IdAt(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        Guid.CreateVersion7(at).TryWriteBytes(bytes, bigEndian: true, out _);
        var fraction = at.Ticks % TimeSpan.TicksPerMillisecond * 4096 / TimeSpan.TicksPerMillisecond;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[6..], (ushort)(0x7000 | fraction));
        return new(bytes, bigEndian: true);
    }

    /// <summary>Forgets failures, and goes to another place when one is given. A turn under way no longer counts.</summary>
    public static Task StartAnew(Guid subscription, long? position, SubscriptionsDb db, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync(
            $"""
            update webhook_progress
            set position = coalesce({position}, position), failures = 0, next_attempt = now(), lease = null, leased_until = null
            where subscription_id = {subscription}
            """,
            ct
        );
}
