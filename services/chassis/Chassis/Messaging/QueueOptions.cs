using System.ComponentModel.DataAnnotations;

namespace DanVan.Chassis.Messaging;

/// <summary>Configuration section <c>Queues</c>.</summary>
public sealed class QueueOptions
{
    /// <summary>
    /// Redeliveries before a message is parked, 1 to 1,000. RabbitMQ 4 drops after 20 where none is set. What a killed consumer had fetched counts as
    /// delivered, so the limit leaves room for a few crashes of the innocent. A change makes new queues, into which the messages are carried over.
    /// </summary>
    [Range(1, 1_000)]
    public int DeliveryLimit { get; set; } = 8;

    /// <summary>How often a running service looks for queues of earlier revisions that nobody takes from any more.</summary>
    public TimeSpan CarryOverEvery { get; set; } = TimeSpan.FromSeconds(30);
}
