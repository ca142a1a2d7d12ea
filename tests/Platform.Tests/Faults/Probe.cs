using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Cli.Local;
using DanVan.Support;
using RabbitMQ.Client;

namespace DanVan.Platform.Tests.Faults;

/// <summary>The probe service as a real process, the broker it uses, and a record of every write that it acknowledged.</summary>
public sealed class Probe : IAsyncDisposable
{
    readonly Dictionary<Guid, (int Version, string Text)> acknowledged = [];
    readonly List<(Guid Note, string Text)> sent = [];

    Probe(ServiceProcess process, TestBroker broker) => (Process, Broker) = (process, broker);

    public ServiceProcess Process { get; }
    public TestBroker Broker { get; }
    public TestDatabase Database => Process.Database;

    public static string Program =>
        Path.Combine(Repository.Root, "tests", "faults", "Probe", "bin", PlatformServers.Configuration, "net10.0", "Probe.dll");

    public static async Task<Probe> Start(Func<TestBroker, Dictionary<string, string>>? settings = null)
    {
        var broker = await TestBroker.Create();
        await broker.AddService("probe", restricted: true);
        return new(await ServiceProcess.StartProgram("probe", Program, broker, settings?.Invoke(broker)), broker);
    }

    /// <summary>Writes and remembers what was acknowledged; false when the service did not acknowledge.</summary>
    public async Task<bool> Write(Guid note, string text, ServiceProcess? through = null)
    {
        lock (sent)
            sent.Add((note, text));
        try
        {
            using var answer = await (through ?? Process).Http.PostAsJsonAsync("notes", new { id = note, text });
            if (!answer.IsSuccessStatusCode)
                return false;
            var version = await answer.Content.ReadFromJsonAsync<int>();
            lock (acknowledged)
                if (!acknowledged.TryGetValue(note, out var before) || before.Version < version)
                    acknowledged[note] = (version, text);
            return true;
        }
        catch (Exception unknown) when (unknown is HttpRequestException or TaskCanceledException)
        {
            return false; // Not acknowledged: it may be there or not.
        }
    }

    public async Task<int> WriteMany(int count, string text = "ghi chú")
    {
        var written = await Task.WhenAll(Enumerable.Range(0, count).Select(i => Write(Guid.CreateVersion7(), $"{text} {i}")));
        return written.Count(done => done);
    }

    /// <summary>Publishes an event as another service's relay would.</summary>
    public async Task Publish(Guid id, Guid note, int version, string text, int copies = 1)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(Broker.Uri()) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                specversion = "1.0",
                id,
                source = "/danvan/probe",
                type = "vn.danvan.probe.note-written.v1",
                subject = $"note/{note}",
                time = "2026-07-10T00:00:00Z",
                sequence = version.ToString("D19", System.Globalization.CultureInfo.InvariantCulture),
                subjectversion = version,
                data = new { noteId = note, text },
            }
        );
        await Publish(channel, body, id, copies);
    }

    public async Task Publish(byte[] body)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(Broker.Uri()) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        await Publish(channel, body, Guid.CreateVersion7(), 1);
    }

    /// <summary>All events have gone out and every reaction has dealt with them.</summary>
    public Task Quiet(int parked = 0, TimeSpan? within = null) =>
        Eventually.True(
            "the outbox to be empty, the journal to be confirmed and every event to be applied or parked",
            async () =>
                await Database.Scalar<long>("select count(*) from chassis.outbox") == 0
                && await Database.Scalar<bool>("select h.sequence = c.published from chassis.journal_head h, chassis.checkpoint c")
                && await Database.Scalar<long>("select least((select count(*) from batched), (select total from tally))") + parked
                    >= await Journal()
                && await Behind() == 0,
            within ?? TimeSpan.FromSeconds(60)
        );

    /// <summary>Notes whose projection is not at their version.</summary>
    Task<long> Behind() =>
        Database.Scalar<long>(
            "select count(*) from notes n left join projected p on p.note = n.id where n.text <> 'poison' and (p.version, p.text) is distinct from (n.version, n.text)"
        );

    public Task<long> Journal() => Database.Scalar<long>("select count(*) from chassis.journal");

    /// <summary>The invariants that hold after every fault, each with a message of its own.</summary>
    public async Task<IReadOnlyList<string>> BrokenInvariants(int parked = 0)
    {
        var broken = new List<string>();
        foreach (var (note, (version, text)) in acknowledged)
            if (
                !await Database.Scalar<bool>(
                    "select exists (select from notes where id = $1 and (version > $2 or version = $2 and text = $3))",
                    note,
                    version,
                    text
                )
            )
                broken.Add($"I1: the acknowledged write of {note} is lost");
        var invented = await Database.Scalar<long>(
            "select count(*) from notes n where not exists (select from unnest($1::uuid[], $2::text[]) s (note, text) where s.note = n.id and s.text = n.text)",
            sent.Select(one => one.Note).ToArray(),
            sent.Select(one => one.Text).ToArray()
        );
        Add(invented == 0, $"I2: {invented} notes were never sent");
        var journal = await Journal();
        var batched = await Database.Scalar<long>("select count(*) from batched");
        var tally = await Database.Scalar<long>("select total from tally");
        Add(batched + parked == journal, $"I3: {batched} events applied in batches, {journal} in the journal, {parked} parked");
        Add(tally + parked == journal, $"I3: {tally} events counted, {journal} in the journal, {parked} parked");
        var behind = await Behind();
        Add(behind == 0, $"I4: {behind} projections are not at their subject's version");
        var gaps = await Database.Scalar<long>(
            "select count(*) from (select sequence - lag(sequence, 1, 0::bigint) over (order by sequence) as step from chassis.journal) s where step <> 1"
        );
        Add(gaps == 0, $"I4: {gaps} gaps in the journal");
        var dead = await Broker.Messages("probe.batch.dead") ?? 0;
        var pending = await Database.Scalar<long>(
            "select h.sequence - c.published + (select count(*) from chassis.outbox) from chassis.journal_head h, chassis.checkpoint c"
        );
        var queued = await Broker.Messages("probe.batch") ?? 0;
        Add(
            journal == batched + dead + pending + queued,
            $"I5: {journal} produced, {batched} applied, {dead} parked, {pending} pending, {queued} queued"
        );
        Add((await Process.Run("audit", "verify")).Contains("all linked", StringComparison.Ordinal), "I7: the journal's chain is broken");
        return broken;

        void Add(bool holds, string message)
        {
            if (!holds)
                broken.Add(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        await Broker.DisposeAsync();
    }

    static Task Publish(IChannel channel, byte[] body, Guid id, int copies) =>
        Task.WhenAll(
            Enumerable
                .Range(0, copies)
                .Select(_ =>
                    channel
                        .BasicPublishAsync(
                            "danvan.events",
                            "probe.note-written.v1",
                            true,
                            new BasicProperties
                            {
                                ContentType = "application/cloudevents+json",
                                MessageId = id.ToString(),
                                DeliveryMode = DeliveryModes.Persistent,
                            },
                            body
                        )
                        .AsTask()
                )
        );
}
