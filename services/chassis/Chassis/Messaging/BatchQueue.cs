using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Takes events from a queue in batches: whatever has arrived while the last batch was being written, acknowledged at once when it has taken effect. It
/// speaks to the broker itself, because a dispatch per message costs more than the effect of a batch.
/// </summary>
sealed class BatchQueue(
    Broker broker,
    Topology topology,
    Reaction reaction,
    IReadOnlyDictionary<string, Type> contracts,
    ReactionRunner runner,
    TimeProvider clock,
    ILogger log
)
{
    /// <summary>Events in one batch at most.</summary>
    const ushort Limit = 500;

    readonly string queue = topology.Queue(reaction);

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
                await DeclareAgain(ct);
            }
        }
    }

    /// <summary>The broker may have lost more than the connection.</summary>
    async Task DeclareAgain(CancellationToken ct)
    {
        try
        {
            await topology.Declare(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogWarning("{Queue} cannot be declared yet: {Reason}", queue, failure.Message);
        }
    }

    async Task Consume(CancellationToken ct)
    {
        await using var connection = await broker.Connect(queue, ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var deliveries = await Deliveries.From(channel, queue, Limit, ct);
        while (true)
            await Settle(channel, await deliveries.Next(ct), ct);
    }

    async Task Settle(IChannel channel, IReadOnlyList<Delivery> batch, CancellationToken ct)
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

    async Task<bool> Took(IReadOnlyList<Delivery> batch, CancellationToken ct)
    {
        try
        {
            ReceivedEvent[] events = [.. batch.Select(delivery => ReceivedEvent.Read(delivery.Body, contracts))];
            await runner.Run(queue, events[0].Envelope, services => Handler(services).Handle(events, ct), ct);
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

    IBatchReaction Handler(IServiceProvider services) => (IBatchReaction)services.GetRequiredService(reaction.Class);
}
