using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// The queues of this service and what is bound to them. The shared exchanges and the stream <c>danvan.log</c> belong to the broker's definitions; a
/// service declares only what bears its own name, and may do no more.
/// </summary>
sealed class Topology(Broker broker, IEnumerable<Reaction> reactions, QueueRevisions revisions, IOptions<QueueOptions> options)
{
    public const string Events = "danvan.events";

    /// <summary>
    /// Where restricted events go, and nothing is bound but queues of the services that their contracts name: the broker's permissions let no other bind.
    /// </summary>
    public const string Restricted = "danvan.restricted";

    readonly ConcurrentDictionary<string, string> declared = new();

    /// <summary>Where <c>replay --to service</c> publishes.</summary>
    public static string ReplayExchange(string service) => $"{service}.replay";

    public string DeadLetters => $"{broker.Service}.dead-letters";

    /// <summary>Leads to one queue by its name: the broker's own exchange for that is not a service's to use.</summary>
    public string Direct => $"{broker.Service}.queues";

    /// <summary>Every queue as this version wants it.</summary>
    public IEnumerable<QueuePlan> Plans => reactions.SelectMany(reaction => new[] { Plan(reaction), Parking(reaction) });

    /// <summary>The queue that a reaction takes from, once it is declared.</summary>
    public string Queue(Reaction reaction) => declared[Name(reaction)];

    /// <summary>The queue of a reaction; whoever declares it must name the same arguments.</summary>
    public QueuePlan Plan(Reaction reaction) =>
        new(
            Name(reaction),
            new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = options.Value.DeliveryLimit,
                ["x-dead-letter-exchange"] = DeadLetters,
                ["x-dead-letter-routing-key"] = Name(reaction),
                // A message is gone from its queue only when the dead-letter queue has it.
                ["x-dead-letter-strategy"] = "at-least-once",
                ["x-overflow"] = "reject-publish",
            },
            Name(reaction),
            ""
        );

    /// <summary>Declares all of it; safe to repeat.</summary>
    public async Task Declare(CancellationToken ct)
    {
        await using var connection = await broker.Connect($"{broker.Service} topology", ct);
        await using (var channel = await connection.CreateChannelAsync(cancellationToken: ct))
        {
            await channel.ExchangeDeclareAsync(ReplayExchange(broker.Service), ExchangeType.Topic, durable: true, cancellationToken: ct);
            await channel.ExchangeDeclareAsync(DeadLetters, ExchangeType.Direct, durable: true, cancellationToken: ct);
            await channel.ExchangeDeclareAsync(Direct, ExchangeType.Direct, durable: true, cancellationToken: ct);
            foreach (var reaction in reactions)
                await DeclareExchange(channel, reaction, ct);
        }
        foreach (var plan in Plans)
            declared[plan.Name] = await DeclareQueue(connection, plan, ct);
    }

    string Name(Reaction reaction) => $"{broker.Service}.{reaction.Name}";

    QueuePlan Parking(Reaction reaction) =>
        new($"{Name(reaction)}.dead", new Dictionary<string, object?> { ["x-queue-type"] = "quorum" }, DeadLetters, Name(reaction));

    /// <summary>The exchange that a reaction's queue is fed by, in whatever revision, and what it is bound to.</summary>
    async Task DeclareExchange(IChannel channel, Reaction reaction, CancellationToken ct)
    {
        var exchange = Name(reaction);
        await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true, cancellationToken: ct);
        foreach (var key in reaction.BindingKeys)
        {
            await channel.ExchangeBindAsync(exchange, Events, key, cancellationToken: ct);
            await channel.ExchangeBindAsync(exchange, ReplayExchange(broker.Service), key, cancellationToken: ct);
        }
        foreach (var key in reaction.RestrictedKeys(broker.Service))
            await channel.ExchangeBindAsync(exchange, Restricted, key, cancellationToken: ct);
    }

    async Task<string> DeclareQueue(IConnection connection, QueuePlan plan, CancellationToken ct)
    {
        while (true)
        {
            var revision = await revisions.Of(plan, ct);
            var queue = plan.In(revision);
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            try
            {
                var arguments = plan.Arguments.ToDictionary();
                await channel.QueueDeclareAsync(
                    queue,
                    durable: true,
                    exclusive: false,
                    autoDelete: false,
                    arguments,
                    cancellationToken: ct
                );
            }
            catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.PreconditionFailed)
            {
                await revisions.Taken(plan, revision, ct);
                continue;
            }
            await channel.QueueBindAsync(queue, Direct, queue, cancellationToken: ct);
            await channel.QueueBindAsync(queue, plan.Exchange, plan.Key, cancellationToken: ct);
            return queue;
        }
    }
}
