using System.Buffers;
using DanVan.Chassis.Messaging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace DanVan.Chassis.Journal;

/// <summary>
/// One connection and channel that only publishes: mandatory, persistent, confirmed. Automatic recovery is off: what goes wrong ends it, and the owner
/// opens another. A batch without all its confirms by the deadline ends it as well, since a publish may otherwise wait for ever.
/// </summary>
sealed class PublishingChannel : IAsyncDisposable
{
    readonly IConnection connection;
    readonly IChannel channel;
    readonly Publication publication;
    readonly TimeSpan deadline;
    readonly string? only;
    readonly bool mandatory;
    readonly ArrayBufferWriter<byte> buffer = new(4096);
    readonly Confirms confirms = new();
    ulong published;

    PublishingChannel(IConnection connection, IChannel channel, Publication publication, TimeSpan deadline, string? only, bool mandatory)
    {
        (this.connection, this.channel, this.publication, this.deadline) = (connection, channel, publication, deadline);
        (this.only, this.mandatory) = (only, mandatory);
        channel.BasicAcksAsync += (_, ack) => confirms.Confirmed(ack.DeliveryTag, ack.Multiple);
        channel.BasicNacksAsync += (_, nack) => confirms.Failed($"The broker refused message {nack.DeliveryTag}");
        channel.BasicReturnAsync += (_, back) =>
        {
            // Of the services that a restricted event is for, none is deployed yet: that holds up nobody else's events, and it catches up by replay.
            if (back.Exchange != Topology.Restricted)
                return confirms.Failed($"No queue takes {back.RoutingKey}: {back.ReplyText}");
            UnheardOf?.Invoke(back.RoutingKey);
            return Task.CompletedTask;
        };
        channel.ChannelShutdownAsync += (_, shutdown) => confirms.Failed(shutdown.ReplyText);
    }

    /// <summary>Told the routing key of a restricted event for which no queue is bound.</summary>
    public Action<string>? UnheardOf { get; set; }

    /// <summary>Connects within the deadline.</summary>
    /// <param name="broker">Where to.</param>
    /// <param name="publication">How this service's events go out.</param>
    /// <param name="name">Name of the connection.</param>
    /// <param name="deadline">For the connection, and for the confirms of each batch.</param>
    /// <param name="ct">Cancels the attempt.</param>
    /// <param name="only">Publishes to this exchange alone: null for the exchanges that the events belong to.</param>
    /// <param name="mandatory">Whether it fails when nobody listens there; with <paramref name="only"/> it need not.</param>
    public static async Task<PublishingChannel> Open(
        Broker broker,
        Publication publication,
        string name,
        TimeSpan deadline,
        CancellationToken ct,
        string? only = null,
        bool mandatory = true
    )
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limited.CancelAfter(deadline);
        try
        {
            var connection = await broker.Connect(name, limited.Token);
            // Confirms are counted here: the client's own tracking costs a third of the rate.
            var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, false, null, null), limited.Token);
            return new PublishingChannel(connection, channel, publication, deadline, only, mandatory);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new TimeoutException($"The broker did not answer within {deadline.TotalSeconds:0} s");
        }
    }

    /// <summary>Publishes the rows in order, but for those that stay in the journal, and returns when every one is confirmed.</summary>
    /// <exception cref="TimeoutException">Not all were confirmed by the deadline; some may have arrived.</exception>
    public async Task Publish(IReadOnlyList<JournalRow> rows, CancellationToken ct)
    {
        if (rows.Any(publication.Keeps))
            rows = [.. rows.Where(row => !publication.Keeps(row))];
        if (rows.Count == 0)
            return; // no confirm would ever end the wait
        var sending = Send(rows, ct);
        var all = Task.WhenAll(sending, confirms.Up(to: published + (ulong)rows.Count));
        try
        {
            await all.WaitAsync(deadline, ct);
        }
        catch (TimeoutException)
        {
            await confirms.Failed("cut off");
            throw new TimeoutException($"{rows.Count} events were not confirmed within {deadline.TotalSeconds:0} s");
        }
        published += (ulong)rows.Count;
    }

    /// <exception cref="IOException">The broker has closed the channel.</exception>
    public void ThrowIfClosed()
    {
        if (!channel.IsOpen)
            throw new IOException(channel.CloseReason?.ReplyText ?? "The channel is closed");
    }

    public async ValueTask DisposeAsync()
    {
        // Abort: a half-dead connection must not hold its owner up.
        await connection
            .AbortAsync(TimeSpan.FromSeconds(2))
            .WaitAsync(TimeSpan.FromSeconds(4))
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task Send(IReadOnlyList<JournalRow> rows, CancellationToken ct)
    {
        try
        {
            foreach (var row in rows)
            {
                buffer.ResetWrittenCount();
                CloudEvent.Write(buffer, row, publication.SchemaOf(row));
                await channel.BasicPublishAsync(
                    only ?? publication.Exchange(row),
                    EventType.RoutingKey(row.Type),
                    mandatory,
                    Properties(row),
                    buffer.WrittenMemory,
                    ct
                );
            }
        }
        catch (Exception failure)
        {
            await confirms.Failed(failure.Message);
            throw;
        }
    }

    static BasicProperties Properties(JournalRow row) =>
        new()
        {
            ContentType = CloudEvent.ContentType,
            DeliveryMode = DeliveryModes.Persistent,
            MessageId = row.Id.ToString(),
            Type = row.Type,
            Timestamp = new AmqpTimestamp(row.Time.ToUnixTimeSeconds()),
            Headers = row.TraceParent is null ? null : new Dictionary<string, object?> { ["traceparent"] = row.TraceParent },
        };
}
