using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Carries over what is left in a queue of another revision, when nobody takes from it any more, and deletes it. A message leaves the old queue only when
/// the new one has confirmed it: a kill at any moment leaves it in one of them or in both, and reactions are right under duplicates.
/// </summary>
sealed class FormerQueues(Broker broker, Topology topology, QueueRevisions revisions, ILogger<FormerQueues> log)
{
    const ushort Batch = 250;

    /// <summary>Longer than a message that was routed before the queue was unbound can be under way inside the broker.</summary>
    static readonly TimeSpan quiet = TimeSpan.FromSeconds(1);

    static readonly TimeSpan deadline = TimeSpan.FromSeconds(30);

    /// <summary>Looks at every queue once.</summary>
    /// <param name="newer">Also at revisions after this version's: what a newer version has left that was rolled back.</param>
    /// <param name="ct">Stops between messages.</param>
    public async Task CarryOver(bool newer, CancellationToken ct)
    {
        foreach (var plan in topology.Plans)
        {
            var current = await revisions.Of(plan, ct);
            foreach (var former in (await revisions.Others(plan, current, ct)).Where(revision => newer || revision < current))
                await CarryOver(plan, plan.In(former), plan.In(current), ct);
        }
    }

    async Task CarryOver(QueuePlan plan, string from, string into, CancellationToken ct)
    {
        await using var connection = await broker.Connect($"{broker.Service} carries over {from}", ct);
        if (await State(connection, from, ct) is not { } before)
            return;
        if (before.ConsumerCount > 0)
        {
            log.LogInformation("{Queue} is still taken from; what is in it goes to {Into} when that has ended", from, into);
            return;
        }
        var carried = await Drain(plan, connection, from, into, ct);
        // Whoever else had fetched from it would still count as its consumer: what is empty and alone holds nothing.
        if (await State(connection, from, ct) is not { MessageCount: 0, ConsumerCount: 0 })
            return;
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        await channel.QueueDeleteAsync(from, ifUnused: false, ifEmpty: false, cancellationToken: ct);
        if (from != plan.Name)
            await channel.ExchangeDeleteAsync(from, cancellationToken: ct);
        log.LogInformation("{Queue} is replaced by {Into}; {Count} messages were carried over", from, into, carried);
    }

    async Task<int> Drain(QueuePlan plan, IConnection connection, string from, string into, CancellationToken ct)
    {
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), ct);
        await channel.QueueUnbindAsync(from, plan.Exchange, plan.Key, cancellationToken: ct);
        var deliveries = await Deliveries.From(channel, from, Batch, ct);
        var carried = 0;
        while (await Next(deliveries, ct) is { } batch)
        {
            var confirmed = batch.Select(delivery => Publish(channel, into, delivery, ct)).ToArray();
            await Task.WhenAll(confirmed).WaitAsync(deadline, ct);
            await channel.BasicAckAsync(batch[^1].Tag, multiple: true, ct);
            carried += batch.Count;
        }
        await channel.BasicCancelAsync(deliveries.Consumer, cancellationToken: ct);
        return carried;
    }

    /// <summary>The next batch, or null when nothing has come for a while.</summary>
    static async Task<IReadOnlyList<Delivery>?> Next(Deliveries deliveries, CancellationToken ct)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(quiet);
        try
        {
            return await deliveries.Next(limited.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }

    Task Publish(IChannel channel, string into, Delivery delivery, CancellationToken ct)
    {
        var properties = new BasicProperties(delivery.Properties);
        // How often it was tried in the old queue; the new one counts by itself.
        properties.Headers?.Remove("x-delivery-count");
        return channel.BasicPublishAsync(topology.Direct, into, mandatory: true, properties, delivery.Body, ct).AsTask();
    }

    static async Task<QueueDeclareOk?> State(IConnection connection, string queue, CancellationToken ct)
    {
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        try
        {
            return await channel.QueueDeclarePassiveAsync(queue, ct);
        }
        catch (OperationInterruptedException refused) when (refused.ShutdownReason?.ReplyCode == Constants.NotFound)
        {
            return null;
        }
    }
}
