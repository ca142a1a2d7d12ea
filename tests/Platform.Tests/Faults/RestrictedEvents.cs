using System.Collections.Concurrent;
using System.Text.Json;
using DanVan.Support;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace DanVan.Platform.Tests.Faults;

/// <summary>What must be hidden even as a fact reaches the services that its contract names, and shows nowhere else.</summary>
[Collection(nameof(FaultCollection))]
public sealed class RestrictedEvents
{
    [Fact]
    public async Task A_restricted_event_reaches_the_named_service_and_no_open_place()
    {
        await using var probe = await Probe.Start();
        await using var outside = await Outsider.Connect(probe.Broker);
        var everything = await outside.Listen("outside.everything", "danvan.events", "#");
        var fanout = await outside.Listen("outside.fanout", "danvan.probe", "");
        var log = await outside.Read("danvan.log", new() { ["x-stream-offset"] = "first" });

        await WriteThree(probe);
        await probe.Quiet();

        foreach (var place in new[] { everything, fanout, log })
        {
            await Eventually.True("the last event to come", () => place.Contains("sau"));
            Assert.Equal(["trước", "sau"], place);
        }
        // The service itself is named: its reactions had all three, and its journal is whole.
        Assert.Equal(3, await probe.Journal());
        Assert.Empty(await probe.BrokenInvariants());
    }

    [Fact]
    public async Task A_replay_leaves_restricted_events_out_for_who_is_not_named()
    {
        await using var probe = await Probe.Start();
        await probe.Broker.AddService("stranger");
        await using var outside = await Outsider.Connect(probe.Broker);
        await outside.Declare("stranger.replay");
        var stranger = await outside.Listen("stranger.all", "stranger.replay", "#");
        await WriteThree(probe);
        await probe.Quiet();

        Assert.Contains("2 events from 1", await probe.Process.Run("replay", "--from", "1", "--to", "stranger"), StringComparison.Ordinal);
        await Eventually.True("the replay to arrive", () => stranger.Contains("sau"));
        Assert.Equal(["trước", "sau"], stranger);

        Assert.Contains("3 events from 1", await probe.Process.Run("replay", "--from", "1", "--to", "probe"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restricted_event_that_nobody_takes_yet_holds_up_no_other_and_catches_up_by_replay()
    {
        await using var probe = await Probe.Start(_ => new() { ["Probe__Reacts"] = "false" });
        await WriteThree(probe);
        await Eventually.True(
            "all three to be confirmed",
            async () => await probe.Database.Scalar<long>("select published from chassis.checkpoint") == 3
        );
        Assert.Contains(
            "no service that it is for has a queue",
            await File.ReadAllTextAsync(probe.Process.LogFile),
            StringComparison.Ordinal
        );

        await probe.Process.Restart(new Dictionary<string, string> { ["Probe__Reacts"] = "true" });
        await probe.Process.Run("replay", "--from", "1", "--to", "probe");
        await probe.Quiet();
        Assert.Empty(await probe.BrokenInvariants());
    }

    static async Task WriteThree(Probe probe)
    {
        foreach (var text in new[] { "trước", "secret", "sau" })
            Assert.True(await probe.Write(Guid.CreateVersion7(), text));
    }

    /// <summary>Somebody who may read everything that is open: what the administrator can bind to.</summary>
    sealed class Outsider(IConnection connection, IChannel channel) : IAsyncDisposable
    {
        public static async Task<Outsider> Connect(TestBroker broker)
        {
            var factory = new ConnectionFactory { Uri = new(broker.Uri()), AutomaticRecoveryEnabled = false };
            var connection = await factory.CreateConnectionAsync();
            var channel = await connection.CreateChannelAsync();
            await channel.BasicQosAsync(0, 100, false);
            return new(connection, channel);
        }

        public Task Declare(string exchange) => channel.ExchangeDeclareAsync(exchange, ExchangeType.Topic, durable: true);

        public async Task<ConcurrentQueue<string>> Listen(string queue, string exchange, string key)
        {
            await channel.QueueDeclareAsync(queue, durable: true, exclusive: false, autoDelete: false);
            await channel.QueueBindAsync(queue, exchange, key);
            return await Read(queue);
        }

        /// <summary>The texts of the notes, as they come.</summary>
        public async Task<ConcurrentQueue<string>> Read(string queue, Dictionary<string, object?>? arguments = null)
        {
            var texts = new ConcurrentQueue<string>();
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += async (_, delivery) =>
            {
                texts.Enqueue(JsonElement.Parse(delivery.Body.Span).GetProperty("data").GetProperty("text").GetString()!);
                await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false);
            };
            await channel.BasicConsumeAsync(queue, false, "", false, false, arguments, consumer);
            return texts;
        }

        public async ValueTask DisposeAsync()
        {
            await channel.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
