using RabbitMQ.Client;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// The queues of this service and what is bound to them. The shared exchanges and the stream <c>danvan.log</c> belong to the broker's definitions; a
/// service declares only what bears its own name, and may do no more.
/// </summary>
sealed class Topology(Broker broker, IEnumerable<Reaction> reactions)
{
    public const string Events = "danvan.events";

    /// <summary>
    /// Where restricted events go, and nothing is bound but queues of the services that their contracts name: the broker's permissions let no other bind.
    /// </summary>
    public const string Restricted = "danvan.restricted";

    /// <summary>
    /// Redeliveries before a message is parked. RabbitMQ 4 drops after 20 where none is set. What a killed consumer had fetched counts as delivered, so
    /// the limit leaves room for a few crashes of the innocent.
    /// </summary>
    public const int DeliveryLimit = 8;

    /// <summary>Where <c>replay --to service</c> publishes.</summary>
    public static string ReplayExchange(string service) => $"{service}.replay";

    public string Queue(Reaction reaction) => $"{broker.Service}.{reaction.Name}";

    public string DeadLetters => $"{broker.Service}.dead-letters";

    /// <summary>Arguments of a reaction's queue; whoever declares it must name the same.</summary>
    public Dictionary<string, object?> QueueArguments(string queue) =>
        new()
        {
            ["x-queue-type"] = "quorum",
            ["x-delivery-limit"] = DeliveryLimit,
            ["x-dead-letter-exchange"] = DeadLetters,
            ["x-dead-letter-routing-key"] = queue,
            // A message is gone from its queue only when the dead-letter queue has it.
            ["x-dead-letter-strategy"] = "at-least-once",
            ["x-overflow"] = "reject-publish",
        };

    /// <summary>Declares all of it; safe to repeat.</summary>
    public async Task Declare(CancellationToken ct)
    {
        await using var connection = await broker.Connect($"{broker.Service} topology", ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        var replay = ReplayExchange(broker.Service);
        await channel.ExchangeDeclareAsync(replay, ExchangeType.Topic, durable: true, cancellationToken: ct);
        await channel.ExchangeDeclareAsync(DeadLetters, ExchangeType.Direct, durable: true, cancellationToken: ct);
        foreach (var reaction in reactions)
        {
            var queue = Queue(reaction);
            await channel.ExchangeDeclareAsync(queue, ExchangeType.Fanout, durable: true, cancellationToken: ct);
            await channel.QueueDeclareAsync(queue, true, false, false, QueueArguments(queue), cancellationToken: ct);
            await channel.QueueBindAsync(queue, queue, "", cancellationToken: ct);
            await DeclareParking(channel, queue, ct);
            foreach (var key in reaction.BindingKeys)
            {
                await channel.ExchangeBindAsync(queue, Events, key, cancellationToken: ct);
                await channel.ExchangeBindAsync(queue, replay, key, cancellationToken: ct);
            }
            foreach (var key in reaction.RestrictedKeys(broker.Service))
                await channel.ExchangeBindAsync(queue, Restricted, key, cancellationToken: ct);
        }
    }

    async Task DeclareParking(IChannel channel, string queue, CancellationToken ct)
    {
        var parking = $"{queue}.dead";
        await channel.QueueDeclareAsync(
            parking,
            true,
            false,
            false,
            new Dictionary<string, object?> { ["x-queue-type"] = "quorum" },
            cancellationToken: ct
        );
        await channel.QueueBindAsync(parking, DeadLetters, queue, cancellationToken: ct);
    }
}
