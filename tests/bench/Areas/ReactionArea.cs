using System.Diagnostics;
using System.Text.Json;
using DanVan.Support;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace DanVan.Bench.Areas;

/// <summary>Events consumed with a committed effect by reporting's batch reaction, beside a bare consumer that does the same upserts by 100.</summary>
public static class ReactionArea
{
    const int Batch = 100;

    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var platform = await TestPlatform.Start("reporting");
        var reporting = platform["reporting"];
        var broker = platform.Broker.Uri();
        await reporting.Database.Execute("create table bench_facts (like facts including all)");
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        await channel.QueueDeclareAsync("bench.bare", true, false, false, new Dictionary<string, object?> { ["x-queue-type"] = "quorum" });

        var count = effort.Count(20_000);
        var sequence = 1L;
        var rounds = new List<Round>();
        for (var i = 0; i <= effort.Rounds; i++)
        {
            var ours = await Ours(reporting, broker, sequence, count);
            await channel.QueueBindAsync("bench.bare", "danvan.events", "#");
            reporting.Pause();
            await Events.Publish(broker, sequence += count, count);
            await channel.QueueUnbindAsync("bench.bare", "danvan.events", "#", null);
            var bare = await Bare(connection, reporting, count);
            reporting.Resume();
            await Applied(reporting, count * (2 * i + 2));
            sequence += count;
            if (i > 0) // The first round warms both up.
                rounds.Add(new Round(ours, bare));
        }
        return
        [
            new Figure(
                "reaction, consumed to committed, in batches",
                $"a bare consumer, the same upserts by {Batch}",
                "events/s",
                rounds,
                0.50
            ),
        ];
    }

    static async Task<double> Ours(ServiceProcess reporting, string broker, long sequence, int count)
    {
        var before = await reporting.Database.Scalar<long>("select count(*) from facts");
        reporting.Pause();
        await Events.Publish(broker, sequence, count);
        var watch = Stopwatch.StartNew();
        reporting.Resume();
        await Applied(reporting, before + count);
        return count / watch.Elapsed.TotalSeconds;
    }

    static async Task Applied(ServiceProcess reporting, long expected)
    {
        while (await reporting.Database.Scalar<long>("select count(*) from facts") < expected)
            await Task.Delay(10);
    }

    static async Task<double> Bare(IConnection connection, ServiceProcess reporting, int count)
    {
        await using var channel = await connection.CreateChannelAsync();
        await channel.BasicQosAsync(0, 1_000, false);
        var consumer = new AsyncEventingBasicConsumer(channel);
        var pending = new List<(byte[] Body, ulong Tag)>(Batch);
        var done = new TaskCompletionSource();
        var seen = 0;
        consumer.ReceivedAsync += async (_, delivery) =>
        {
            pending.Add((delivery.Body.ToArray(), delivery.DeliveryTag));
            if (++seen % Batch != 0 && seen < count)
                return;
            await Upsert(reporting.Database.Source, pending);
            await channel.BasicAckAsync(pending[^1].Tag, multiple: true);
            pending.Clear();
            if (seen >= count)
                done.TrySetResult();
        };
        var watch = Stopwatch.StartNew();
        var tag = await channel.BasicConsumeAsync("bench.bare", autoAck: false, consumer);
        await done.Task;
        var rate = count / watch.Elapsed.TotalSeconds;
        await channel.BasicCancelAsync(tag);
        return rate;
    }

    static async Task Upsert(NpgsqlDataSource database, List<(byte[] Body, ulong Tag)> pending)
    {
        var events = pending.Select(one => JsonSerializer.Deserialize<JsonElement>(one.Body)).ToArray();
        await using var command = database.CreateCommand(
            """
            insert into bench_facts (event_id, source, sequence, type, subject, version, unit_id, first_day, last_day, data)
            select * from unnest($1::uuid[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::int[], $7::uuid[], $8::date[], $8::date[], $9::jsonb[])
            on conflict (event_id) do nothing
            """
        );
        T[] Column<T>(Func<JsonElement, T> of) => [.. events.Select(of)];
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("id").GetGuid()) });
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("source").GetString()!) });
        command.Parameters.Add(
            new()
            {
                Value = Column(e => long.Parse(e.GetProperty("sequence").GetString()!, System.Globalization.CultureInfo.InvariantCulture)),
            }
        );
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("type").GetString()!) });
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("subject").GetString()!) });
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("subjectversion").GetInt32()) });
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("unit").GetGuid()) });
        command.Parameters.Add(
            new()
            {
                Value = Column(e =>
                    DateOnly.Parse(
                        e.GetProperty("data").GetProperty("receivedOn").GetString()!,
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                ),
            }
        );
        command.Parameters.Add(new() { Value = Column(e => e.GetProperty("data").GetRawText()) });
        await command.ExecuteNonQueryAsync();
    }
}
