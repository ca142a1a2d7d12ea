using RabbitMQ.Client;

namespace DanVan.Chassis.Messaging;

/// <summary>Where the broker is, and who we are there.</summary>
/// <param name="Uri"><c>amqp://user:password@host:port/vhost</c>.</param>
/// <param name="Service">Name of this service; its queues and exchanges begin with it.</param>
sealed record Broker(Uri Uri, string Service)
{
    /// <summary>A connection that does not recover by itself: whoever opened it notices its end and opens another.</summary>
    public Task<IConnection> Connect(string name, CancellationToken ct) =>
        new ConnectionFactory
        {
            Uri = Uri,
            ClientProvidedName = name,
            AutomaticRecoveryEnabled = false,
            TopologyRecoveryEnabled = false,
            RequestedHeartbeat = TimeSpan.FromSeconds(10),
            ContinuationTimeout = TimeSpan.FromSeconds(10),
        }.CreateConnectionAsync(ct);
}
