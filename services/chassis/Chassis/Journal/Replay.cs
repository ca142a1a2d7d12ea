using DanVan.Chassis.Messaging;
using Npgsql;

namespace DanVan.Chassis.Journal;

/// <summary>
/// Publishes a stretch of the journal again, to the queues of one service only: for a consumer that is new or was rebuilt. Same ids, same order. What is
/// restricted and not for that service is left out.
/// </summary>
sealed class Replay(NpgsqlDataSource database, Broker broker, Publication publication)
{
    const int Batch = 1_000;

    /// <param name="from">First number to send, 1 for all.</param>
    /// <param name="to">The service whose queues get the events.</param>
    /// <param name="progress">Told how many have been confirmed so far.</param>
    /// <param name="ct">Stops between batches.</param>
    /// <returns>How many events were sent and confirmed.</returns>
    public async Task<long> Run(long from, string to, IProgress<long> progress, CancellationToken ct)
    {
        await using var channel = await PublishingChannel.Open(
            broker,
            publication,
            $"{broker.Service} replay",
            TimeSpan.FromSeconds(30),
            ct,
            only: Topology.ReplayExchange(to),
            mandatory: false
        );
        var after = from - 1;
        var sent = 0L;
        while (await JournalRow.Read(database, after, Batch, ct) is { Count: > 0 } rows)
        {
            after = rows[^1].Sequence;
            rows.RemoveAll(row => publication.Hides(row, from: to));
            await channel.Publish(rows, ct);
            sent += rows.Count;
            progress.Report(sent);
        }
        return sent;
    }
}
