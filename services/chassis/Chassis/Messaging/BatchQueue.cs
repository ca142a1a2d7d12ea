using System.Text.Json;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Takes events from a queue in batches: whatever has arrived while the last batch was being written, acknowledged at once when it has taken effect. It
/// speaks to the broker itself, because a dispatch per message costs more than the effect of a batch.
/// </summary>
sealed class BatchQueue(
    Broker broker,
    string queue,
    Type reaction,
    IReadOnlyDictionary<string, Type> contracts,
    ReactionRunner runner,
    TimeProvider clock,
    ILogger log
)
{
    /// <summary>Events in one batch at most, and twice as many fetched ahead.</summary>
    const ushort Limit = 500;

    /// <summary>Consumes until cancelled; a lost connection is opened again, and what was not acknowledged comes again.</summary>
    public async Task Run(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Consume(ct);
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                log.LogWarning("{Queue} lost its connection and will go on: {Reason}", queue, failure.Message);
                await Task.Delay(TimeSpan.FromSeconds(2), clock, ct);
            }
        }
    }

    async Task Consume(CancellationToken ct)
    {
        await using var connection = await broker.Connect(queue, ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var arrived = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true, SingleWriter = true });
        channel.ChannelShutdownAsync += (_, shutdown) =>
        {
            arrived.Writer.TryComplete(new IOException(shutdown.ReplyText));
            return Task.CompletedTask;
        };
        var consumer = new AsyncEventingBasicConsumer(channel);
        consumer.ReceivedAsync += (_, delivery) =>
        {
            // The client takes its buffer back after this call.
            arrived.Writer.TryWrite(new Delivery(delivery.DeliveryTag, delivery.Body.ToArray()));
            return Task.CompletedTask;
        };
        await channel.BasicQosAsync(0, 2 * Limit, false, ct);
        await channel.BasicConsumeAsync(queue, autoAck: false, consumer, ct);

        var batch = new List<Delivery>(Limit);
        while (await arrived.Reader.WaitToReadAsync(ct))
        {
            while (batch.Count < Limit && arrived.Reader.TryRead(out var next))
                batch.Add(next);
            await Settle(channel, batch, ct);
            batch.Clear();
        }
    }

    async Task Settle(IChannel channel, List<Delivery> batch, CancellationToken ct)
    {
        if (await Took(batch, ct))
        {
            await channel.BasicAckAsync(batch[^1].Tag, multiple: true, ct);
            return;
        }
        // One of them is poison: each by itself, so that it is refused alone, counted by the broker and parked.
        foreach (var delivery in batch)
        {
            if (batch.Count > 1 && await Took([delivery], ct))
                await channel.BasicAckAsync(delivery.Tag, multiple: false, ct);
            else
                await channel.BasicNackAsync(delivery.Tag, multiple: false, requeue: true, ct);
        }
    }

    async Task<bool> Took(List<Delivery> batch, CancellationToken ct)
    {
        try
        {
            var events = batch.ConvertAll(delivery => ReceivedEvent.Read(delivery.Body, contracts));
            await runner.Run(queue, events[0].Envelope, services => Reaction(services).Handle(events, ct), ct);
            return true;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            if (batch.Count == 1)
                log.LogError(
                    "{Queue} refuses an event: {Reason}",
                    queue,
                    failure is JsonException ? $"no CloudEvent: {failure.Message}" : failure.Message
                );
            return false;
        }
    }

    IBatchReaction Reaction(IServiceProvider services) => (IBatchReaction)services.GetRequiredService(reaction);

    readonly record struct Delivery(ulong Tag, byte[] Body);
}
