using System.Text.Json;
using DanVan.Chassis.Messaging;
using DanVan.Directory.Contracts.V1;
using DanVan.Support;
using RabbitMQ.Client;

namespace DanVan.Reporting.Tests;

/// <summary>Plays the other services: publishes their events as they stand on the wire.</summary>
sealed class Publisher(TestBroker broker) : IAsyncDisposable
{
    static long sequence;

    IConnection? connection;
    IChannel? channel;

    /// <summary>An event of that unit, ready to be sent.</summary>
    public static Sent Of<T>(Guid? unit, string subject, T data, int version = 1)
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
            ["sequence"] = Interlocked.Increment(ref sequence).ToString("D19", System.Globalization.CultureInfo.InvariantCulture),
            ["subjectversion"] = version,
            ["data"] = data,
        };
        if (unit is not null)
            body["unit"] = unit;
        return new(id, type.Key, JsonSerializer.SerializeToUtf8Bytes(body, EventJson.Options));
    }

    public async Task Send(params IEnumerable<Sent> events)
    {
        if (channel is null)
        {
            connection = await new ConnectionFactory { Uri = new(broker.Uri()) }.CreateConnectionAsync();
            channel = await connection.CreateChannelAsync(
                new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)
            );
        }
        await Task.WhenAll(events.Select(sent => Send(channel, sent)));
    }

    static Task Send(IChannel channel, Sent sent)
    {
        var properties = new BasicProperties
        {
            ContentType = "application/cloudevents+json",
            MessageId = sent.Id.ToString(),
            Persistent = true,
        };
        return channel.BasicPublishAsync("danvan.events", sent.RoutingKey, mandatory: true, properties, sent.Body).AsTask();
    }

    /// <summary>A unit below another, of that level, for as long as told, that came out of another where told.</summary>
    public static Sent Unit(Guid unit, Guid parent, string level, DateOnly? endsOn = null, Guid? cameOutOf = null, int version = 1) =>
        Of(
            unit,
            $"unit/{unit}",
            new UnitRecorded(
                unit,
                "CREATE",
                new(2000, 1, 1),
                "Nghị quyết thử nghiệm",
                cameOutOf is { } predecessor ? [predecessor] : [],
                [new(new(2000, 1, 1), endsOn, "Thử nghiệm", "Đơn vị thử nghiệm", level, level, parent, null, null)]
            ),
            version
        );

    /// <summary>A commune that stands below another unit from that day on.</summary>
    public static Sent Moved(Guid commune, Guid from, Guid to, DateOnly on)
    {
        return Of(
            commune,
            $"unit/{commune}",
            new UnitRecorded(
                commune,
                "MOVE_PARENT",
                on,
                "Nghị quyết thử nghiệm",
                [],
                [Below(from, new(2000, 1, 1), on), Below(to, on, null)]
            ),
            version: 2
        );

        static RecordedVersion Below(Guid parent, DateOnly first, DateOnly? last) =>
            new(first, last, "Thử nghiệm", "Đơn vị thử nghiệm", "COMMUNE", "COMMUNE", parent, null, null);
    }

    public async ValueTask DisposeAsync()
    {
        if (channel is not null)
            await channel.DisposeAsync();
        if (connection is not null)
            await connection.DisposeAsync();
    }

    public sealed record Sent(Guid Id, string RoutingKey, byte[] Body);
}
