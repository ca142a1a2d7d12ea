using System.Globalization;
using System.Text.Json;
using DanVan.Chassis.Messaging;
using RabbitMQ.Client;

namespace DanVan.Support;

/// <summary>Plays another service: publishes its events as they stand on the wire.</summary>
public static class TestEvents
{
    static long sequence;

    /// <summary>An event ready to be published, once or several times.</summary>
    public static TestEvent Of<T>(string subject, T data, Guid? unit = null, int version = 1)
        where T : class
    {
        var (id, type) = (Guid.CreateVersion7(), EventType.Of(typeof(T)));
        var body = new Dictionary<string, object?>
        {
            ["specversion"] = "1.0",
            ["id"] = id,
            ["source"] = $"/danvan/{type.Service}",
            ["type"] = type.Name,
            ["subject"] = subject,
            ["time"] = TimeProvider.System.GetUtcNow(),
            ["datacontenttype"] = "application/json",
            ["sequence"] = Interlocked.Increment(ref sequence).ToString("D19", CultureInfo.InvariantCulture),
            ["subjectversion"] = version,
            ["data"] = data,
        };
        if (unit is not null)
            body["unit"] = unit;
        return new(id, type.Key, JsonSerializer.SerializeToUtf8Bytes(body, EventJson.Options));
    }

    /// <summary>Publishes events in order and waits until the broker has them.</summary>
    public static Task Publish(this TestBroker broker, params IEnumerable<TestEvent> events) => Publish(broker, "danvan.events", events);

    /// <summary>The same with restricted events.</summary>
    public static Task PublishRestricted(this TestBroker broker, params IEnumerable<TestEvent> events) =>
        Publish(broker, "danvan.restricted", events);

    static async Task Publish(TestBroker broker, string exchange, IEnumerable<TestEvent> events)
    {
        var factory = new ConnectionFactory { Uri = new(broker.Uri()), AutomaticRecoveryEnabled = false };
        await using var connection = await factory.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        foreach (var sent in events)
        {
            var properties = new BasicProperties
            {
                ContentType = "application/cloudevents+json",
                MessageId = sent.Id.ToString(),
                Persistent = true,
            };
            await channel.BasicPublishAsync(exchange, sent.RoutingKey, mandatory: true, properties, sent.Body);
        }
    }
}

/// <summary>An event as it stands on the wire.</summary>
public sealed record TestEvent(Guid Id, string RoutingKey, byte[] Body);
