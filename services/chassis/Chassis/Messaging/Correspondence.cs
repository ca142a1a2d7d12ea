using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;
using DanVan.Chassis.Journal;
using Npgsql;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Messages to the queues of one service alone, past the exchange that everybody hears: a question to it, or events of ours once more. Nothing is
/// announced by this: a question changes nothing, and what is repeated is in the journal already.
/// </summary>
public sealed partial class Correspondence
{
    const int Batch = 1_000;
    static readonly TimeSpan deadline = TimeSpan.FromSeconds(30);

    readonly Broker broker;
    readonly NpgsqlDataSource database;
    readonly Publication publication;
    readonly TimeProvider clock;

    internal Correspondence(Broker broker, NpgsqlDataSource database, Publication publication, TimeProvider clock) =>
        (this.broker, this.database, this.publication, this.clock) = (broker, database, publication, clock);

    /// <summary>The service that we are.</summary>
    public string Sender => broker.Service;

    /// <summary>Puts a question into the queue in which the service takes it. It waits there while the service is down.</summary>
    /// <typeparam name="TQuestion">A record of the contracts of the service that is asked.</typeparam>
    /// <exception cref="IOException">The service has no such queue yet, or the broker closed the channel.</exception>
    /// <exception cref="TimeoutException">The broker did not confirm in time.</exception>
    public async Task Ask<TQuestion>(string service, TQuestion question, CancellationToken ct)
        where TQuestion : class
    {
        var now = clock.GetUtcNow();
        var row = new JournalRow(
            Sequence: 1,
            Guid.CreateVersion7(now),
            EventType.Of(typeof(TQuestion)).Name,
            $"service/{broker.Service}",
            Version: 1,
            Unit: null,
            now,
            JsonSerializer.Serialize(question, EventJson.Options),
            Activity.Current?.Id
        );
        await using var channel = await Open(service, mandatory: true, ct);
        await channel.Publish([row], ct);
    }

    /// <summary>
    /// Sends the latest event of each of these subjects once more, in this order, to the queues of one service that take such events. Same ids. A subject
    /// without an event in the journal is passed over: its first comes by itself.
    /// </summary>
    /// <returns>How many events were sent and confirmed.</returns>
    /// <exception cref="IOException">The service has no queues yet, or the broker closed the channel.</exception>
    /// <exception cref="TimeoutException">The broker did not confirm in time.</exception>
    public Task<long> RepeatLatest(string service, IReadOnlyList<string> subjects, CancellationToken ct) =>
        Repeat(service, subjects, latestOnly: true, ct);

    /// <summary>Sends every event of these subjects once more, as <see cref="RepeatLatest"/> the latest.</summary>
    public Task<long> RepeatAll(string service, IReadOnlyList<string> subjects, CancellationToken ct) =>
        Repeat(service, subjects, latestOnly: false, ct);

    async Task<long> Repeat(string service, IReadOnlyList<string> subjects, bool latestOnly, CancellationToken ct)
    {
        await using var channel = await Open(service, mandatory: false, ct);
        var chunks = subjects.Chunk(Batch).ToList();
        var sent = 0L;
        var next = Read(0);
        for (var i = 1; i <= chunks.Count; i++)
        {
            var rows = await next;
            // The next rows are read while these are confirmed.
            next = Read(i);
            rows.RemoveAll(row => publication.Hides(row, from: service));
            if (rows.Count > 0)
                await channel.Publish(rows, ct);
            sent += rows.Count;
        }
        return sent;

        Task<List<JournalRow>> Read(int chunk) =>
            chunk < chunks.Count ? JournalRow.Of(database, chunks[chunk], latestOnly, ct) : Task.FromResult<List<JournalRow>>([]);
    }

    Task<PublishingChannel> Open(string service, bool mandatory, CancellationToken ct) =>
        ServiceWord().IsMatch(service)
            ? PublishingChannel.Open(
                broker,
                publication,
                $"{broker.Service} to {service}",
                deadline,
                ct,
                Topology.ReplayExchange(service),
                mandatory
            )
            : throw new ArgumentException($"'{service}' is no name of a service", nameof(service));

    [GeneratedRegex(@"^[a-z]+\z")]
    private static partial Regex ServiceWord();
}
