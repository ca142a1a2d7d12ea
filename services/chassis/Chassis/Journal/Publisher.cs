using DanVan.Chassis.Messaging;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Chassis.Journal;

/// <summary>
/// Publishes what follows the checkpoint, in order, and moves the checkpoint when the broker has confirmed. A crash or a cut connection repeats at most
/// what was confirmed since the last checkpoint and the batch under way, with the same ids. A broker that is away stops nothing but the checkpoint.
/// </summary>
sealed class Publisher(
    NpgsqlDataSource database,
    Broker broker,
    Publication publication,
    JournalSignal added,
    JournalTail tail,
    RelayState state,
    IOptions<RelayOptions> options,
    TimeProvider clock,
    ILogger<Publisher> log
)
{
    long checkpoint, // the sequence that stands in the database
        moved; // when it was put there

    public async Task Run(CancellationToken ct)
    {
        state.Published = checkpoint = await Checkpoint(ct);
        while (true)
        {
            try
            {
                await using var channel = await PublishingChannel.Open(
                    broker,
                    publication,
                    $"{broker.Service} relay",
                    options.Value.ConfirmDeadline,
                    ct
                );
                channel.UnheardOf = key => log.LogWarning("{Type} is restricted, and no service that it is for has a queue yet", key);
                state.BrokerFailure = null;
                await PublishOver(channel, ct);
            }
            catch (OperationCanceledException) when (checkpoint < state.Published)
            {
                // Whoever goes on from here need not repeat what is known to have arrived.
                await MoveCheckpoint(CancellationToken.None);
                throw;
            }
            catch (Exception failure) when (failure is not OperationCanceledException and not NpgsqlException)
            {
                // Unknown outcome is not failure: the batch goes again with the same ids, and consumers know them.
                state.BrokerFailure = failure.Message;
                log.LogWarning("Publishing stopped at {Sequence} and will go on: {Reason}", state.Published, failure.Message);
            }
            state.Step();
            await Task.Delay(options.Value.Standby, clock, ct);
        }
    }

    async Task PublishOver(PublishingChannel channel, CancellationToken ct)
    {
        var (batch, every) = (options.Value.Batch, options.Value.CheckpointEvery);
        var next = After(state.Published, ct);
        while (true)
        {
            var rows = await next;
            var full = rows.Count == batch;
            state.Step();
            if (rows.Count > 0)
            {
                state.OldestPendingTime = rows[0].Time;
                var last = rows[^1].Sequence;
                var confirmed = channel.Publish(rows, ct);
                if (full)
                    next = After(last, ct); // A full batch has a next one: it is read meanwhile.
                await confirmed;
                state.Published = last;
            }
            // A trickle of events does not pay for a checkpoint each.
            if (checkpoint < state.Published && (full || clock.GetElapsedTime(moved) >= every))
                await MoveCheckpoint(ct);
            if (full)
                continue;
            if (state.Pending == 0)
                state.OldestPendingTime = null;
            await added.Wait(checkpoint < state.Published ? every : options.Value.Poll, ct);
            channel.ThrowIfClosed();
            next = After(state.Published, ct);
        }
    }

    Task<List<JournalRow>> After(long published, CancellationToken ct) =>
        tail.Take(published) is { } rows ? Task.FromResult(rows) : JournalRow.Read(database, published, options.Value.Batch, ct);

    async Task<long> Checkpoint(CancellationToken ct)
    {
        await using var command = database.CreateCommand("select published from chassis.checkpoint");
        return (long)(await command.ExecuteScalarAsync(ct))!;
    }

    async Task MoveCheckpoint(CancellationToken ct)
    {
        var published = state.Published;
        // A checkpoint lost in a crash only repeats events, so nobody waits for the disk. The setting is of this transaction alone.
        await using var command = database.CreateCommand(
            """
            update chassis.checkpoint set published = greatest(published, $1)
            where set_config('synchronous_commit', 'off', true) is not null
            """
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = published });
        await command.ExecuteNonQueryAsync(ct);
        (checkpoint, moved) = (published, clock.GetTimestamp());
    }
}
