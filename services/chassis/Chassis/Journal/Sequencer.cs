using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Chassis.Journal;

/// <summary>Gives committed events their place: outbox → journal, in batches of one statement. Works while the broker is away.</summary>
sealed class Sequencer(
    OutboxSignal committed,
    JournalSignal added,
    JournalTail tail,
    RelayState state,
    IOptions<RelayOptions> options,
    TimeProvider clock
)
{
    /// <summary>Fewer events in one move are a trickle.</summary>
    const int Few = 4;

    /// <summary>Runs until cancelled or until <paramref name="connection"/>, which holds the relay's lock, fails.</summary>
    public async Task Run(NpgsqlConnection connection, CancellationToken ct)
    {
        await EnsurePartitions(connection, ct);
        state.Sequenced = await Head(connection, ct);
        added.Set();
        while (true)
        {
            var moved = await Move(connection, ct);
            state.Step();
            if (moved > 0)
            {
                state.OldestPendingTime ??= clock.GetUtcNow();
                state.Sequenced += moved;
                added.Set();
            }
            if (moved < options.Value.Batch)
            {
                // One event by itself goes on at once; the more came together, the more will while it waits.
                if (moved > 0)
                    await Task.Delay(moved < Few ? options.Value.Linger : options.Value.BusyLinger, ct);
                await committed.Wait(options.Value.Poll, ct);
            }
        }
    }

    async Task<long> Move(NpgsqlConnection connection, CancellationToken ct)
    {
        try
        {
            return state.Pending < options.Value.Batch ? await MoveAndTell(connection, ct) : await MoveBacklog(connection, ct);
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.CheckViolation)
        {
            // No partition for the month of some event: the month has turned, or a sandbox clock has moved.
            await EnsurePartitions(connection, ct);
            return 0;
        }
    }

    async Task<long> MoveAndTell(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select sequence, id, type, subject, version, unit, time, data::text, traceparent from chassis.sequence($1)",
            connection
        );
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = options.Value.Batch });
        var rows = await JournalRow.Read(command, ct);
        if (rows.Count > 0)
            tail.Add(rows);
        return rows.Count;
    }

    async Task<long> MoveBacklog(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select chassis.sequence_outbox($1)", connection);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = options.Value.Batch });
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    static async Task EnsurePartitions(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select chassis.ensure_journal_partitions(least(now(), min(time)), greatest(now(), max(time))) from chassis.outbox",
            connection
        );
        await command.ExecuteNonQueryAsync(ct);
    }

    static async Task<long> Head(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select sequence from chassis.journal_head", connection);
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
