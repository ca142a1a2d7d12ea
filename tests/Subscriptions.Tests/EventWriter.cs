using System.Text.Json;
using DanVan.Support;
using RabbitMQ.Client;

namespace DanVan.Subscriptions.Tests;

/// <summary>Publishes CloudEvents as a service's relay does, from nowhere.</summary>
sealed class EventWriter(IConnection connection, IChannel channel) : IAsyncDisposable
{
    public const string PetitionReceived = "vn.danvan.petitions.petition-received.v1";

    long sequence;

    public static async Task<EventWriter> Open(TestBroker broker)
    {
        var connection = await new ConnectionFactory { Uri = new(broker.Uri()), AutomaticRecoveryEnabled = false }.CreateConnectionAsync();
        return new(
            connection,
            await connection.CreateChannelAsync(new(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true))
        );
    }

    /// <summary>Publishes one event and returns its id.</summary>
    public async Task<Guid> Write(
        Guid? unit = null,
        string type = PetitionReceived,
        Guid? id = null,
        DateTimeOffset? time = null,
        string kind = "KIEN_NGHI"
    )
    {
        var eventId = id ?? Guid.CreateVersion7();
        var subject = $"petition/{Guid.CreateVersion7()}";
        var body = new Dictionary<string, object?>
        {
            ["specversion"] = "1.0",
            ["id"] = eventId,
            ["source"] = "/danvan/petitions",
            ["type"] = type,
            ["subject"] = subject,
            ["time"] = time ?? TimeProvider.System.GetUtcNow(),
            ["sequence"] = (++sequence).ToString("D19", System.Globalization.CultureInfo.InvariantCulture),
            ["partitionkey"] = subject,
            ["subjectversion"] = 1,
            ["data"] = new { kind, note = "Đơn kiến nghị" },
        };
        if (unit is not null)
            body["unit"] = unit;
        var properties = new BasicProperties
        {
            ContentType = "application/cloudevents+json",
            MessageId = eventId.ToString(),
            DeliveryMode = DeliveryModes.Persistent,
        };
        await channel.BasicPublishAsync(
            "danvan.events",
            type["vn.danvan.".Length..],
            true,
            properties,
            JsonSerializer.SerializeToUtf8Bytes(body)
        );
        return eventId;
    }

    public async Task<List<Guid>> WriteMany(int count, Guid? unit = null)
    {
        var ids = new List<Guid>(count);
        for (var i = 0; i < count; i++)
            ids.Add(await Write(unit));
        return ids;
    }

    public async ValueTask DisposeAsync()
    {
        await channel.DisposeAsync();
        await connection.DisposeAsync();
    }
}
