using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace DanVan.Chassis.Messaging;

/// <summary>A message that waits to be settled.</summary>
readonly record struct Delivery(ulong Tag, byte[] Body, IReadOnlyBasicProperties Properties);

/// <summary>What arrives from a queue, gathered while the last batch was being dealt with.</summary>
sealed class Deliveries
{
    readonly Channel<Delivery> arrived = Channel.CreateUnbounded<Delivery>(
        new UnboundedChannelOptions { SingleReader = true, SingleWriter = true }
    );
    readonly List<Delivery> batch;
    readonly int limit;

    Deliveries(int limit) => (this.limit, batch) = (limit, new List<Delivery>(limit));

    /// <summary>The consumer at the broker.</summary>
    public string Consumer { get; private set; } = "";

    /// <summary>Begins to consume; twice <paramref name="limit"/> messages are fetched ahead.</summary>
    public static async Task<Deliveries> From(IChannel channel, string queue, ushort limit, CancellationToken ct)
    {
        var deliveries = new Deliveries(limit);
        var writer = deliveries.arrived.Writer;
        channel.ChannelShutdownAsync += (_, shutdown) =>
        {
            writer.TryComplete(new IOException(shutdown.ReplyText));
            return Task.CompletedTask;
        };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.UnregisteredAsync += (_, _) =>
        {
            // The broker ends a consumer whose queue is gone.
            writer.TryComplete(new IOException($"The queue {queue} is gone"));
            return Task.CompletedTask;
        };
        consumer.ReceivedAsync += (_, delivery) =>
        {
            // The client takes its buffer back after this call.
            writer.TryWrite(new Delivery(delivery.DeliveryTag, delivery.Body.ToArray(), delivery.BasicProperties));
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, (ushort)(2 * limit), false, ct);
        deliveries.Consumer = await channel.BasicConsumeAsync(queue, autoAck: false, consumer, ct);
        return deliveries;
    }

    /// <summary>The next batch, which is good until the next call; waits until something has arrived.</summary>
    /// <exception cref="IOException">Nothing more will.</exception>
    public async Task<IReadOnlyList<Delivery>> Next(CancellationToken ct)
    {
        batch.Clear();
        await arrived.Reader.WaitToReadAsync(ct);
        while (batch.Count < limit && arrived.Reader.TryRead(out var next))
            batch.Add(next);
        return batch;
    }
}
