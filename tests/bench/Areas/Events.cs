using System.Text.Json;
using RabbitMQ.Client;

namespace DanVan.Bench.Areas;

/// <summary>Events of petitions as their relay would publish them.</summary>
static class Events
{
    public const string Key = "petitions.petition-received.v1";

    public static async Task Publish(string broker, long from, int count)
    {
        await using var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true));
        var properties = new BasicProperties { DeliveryMode = DeliveryModes.Persistent, ContentType = "application/cloudevents+json" };
        var confirms = new List<Task>(count);
        for (var i = 0; i < count; i++)
            confirms.Add(channel.BasicPublishAsync("danvan.events", Key, true, properties, Body(from + i)).AsTask());
        await Task.WhenAll(confirms);
    }

    static byte[] Body(long sequence)
    {
        var id = Guid.CreateVersion7();
        return JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                specversion = "1.0",
                id,
                source = "/danvan/petitions",
                type = "vn.danvan.petitions.petition-received.v1",
                subject = $"petition/{id}",
                time = "2026-07-10T03:00:00Z",
                sequence = sequence.ToString("D19", System.Globalization.CultureInfo.InvariantCulture),
                subjectversion = 1,
                unit = "00000000-0000-7000-8000-000000000001",
                data = new
                {
                    petitionId = id,
                    kind = "KHIEU_NAI",
                    channel = "BUU_CHINH",
                    field = "HANH_CHINH",
                    receivedOn = "2026-07-10",
                    ruleId = "KN.ACC",
                    rule = "KN.ACC",
                    dueOn = "2026-07-21",
                },
            }
        );
    }
}
