using System.Diagnostics;
using System.Text;
using DanVan.Cli.Local;
using DanVan.Support;
using RabbitMQ.Client;

namespace DanVan.Bench.Areas;

/// <summary>Committed outbox rows to sequenced, chained and confirmed events, beside RabbitMQ.Client alone on the same exchange and queue.</summary>
public static class RelayArea
{
    const int Outstanding = 500;

    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var broker = await TestBroker.Create();
        await broker.AddService("probe", restricted: true);
        var program = Path.Combine(
            Repository.Root,
            "tests",
            "faults",
            "Probe",
            "bin",
            PlatformServers.Configuration,
            "net10.0",
            "Probe.dll"
        );
        await using var probe = await ServiceProcess.StartProgram(
            "probe",
            program,
            broker,
            new Dictionary<string, string> { ["Probe__Reacts"] = "false" }
        );
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker.Uri()) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("bench.relay", true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });
        await channel.QueueBindAsync("bench.relay", "danvan.events", "#");

        var count = effort.Count(20_000);
        await Ours(probe, count);
        await Bare(connection, count);
        var rounds = new List<Round>();
        for (var i = 0; i < effort.Rounds; i++)
        {
            await channel.QueuePurgeAsync("bench.relay");
            var ours = await Ours(probe, count);
            var arrived = await channel.MessageCountAsync("bench.relay");
            if (arrived != count)
                throw new InvalidOperationException($"{count} events were confirmed and {arrived} are in the queue");
            await channel.QueuePurgeAsync("bench.relay");
            rounds.Add(new Round(ours, await Bare(connection, count)));
        }
        return
        [
            new Figure(
                "relay, committed to confirmed",
                $"RabbitMQ.Client with {Outstanding} confirms outstanding",
                "events/s",
                rounds,
                0.45
            ),
        ];
    }

    static async Task<double> Ours(ServiceProcess probe, int count)
    {
        var before = await probe.Database.Scalar<long>("select published from chassis.checkpoint");
        await probe.Database.Execute(
            """
            insert into chassis.outbox (id, type, subject, version, unit, time, actor, data, traceparent)
            select id, 'vn.danvan.probe.note-written.v1', 'note/' || id, 1, id, now(), 'bench',
                jsonb_build_object('noteId', id, 'text', 'Đề nghị xem xét lại quyết định số ' || i, 'kind', 'KHIEU_NAI', 'dueOn', '2026-07-21'),
                '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01'
            from (select gen_random_uuid() as id, i from generate_series(1, $1) i) rows
            """,
            count
        );
        var watch = Stopwatch.StartNew();
        while (await probe.Database.Scalar<long>("select published from chassis.checkpoint") < before + count)
            await Task.Delay(5);
        return count / watch.Elapsed.TotalSeconds;
    }

    static async Task<double> Bare(IConnection connection, int count)
    {
        await using var channel = await connection.CreateChannelAsync(
            new CreateChannelOptions(
                true,
                true,
                new System.Threading.RateLimiting.ConcurrencyLimiter(new() { PermitLimit = Outstanding, QueueLimit = int.MaxValue })
            )
        );
        var body = Encoding.UTF8.GetBytes(new string('x', 640));
        var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, ContentType = "application/cloudevents+json" };
        var watch = Stopwatch.StartNew();
        var confirms = new List<Task>(count);
        for (var i = 0; i < count; i++)
            confirms.Add(channel.BasicPublishAsync("danvan.events", "probe.note-written.v1", true, properties, body).AsTask());
        await Task.WhenAll(confirms);
        return count / watch.Elapsed.TotalSeconds;
    }
}
