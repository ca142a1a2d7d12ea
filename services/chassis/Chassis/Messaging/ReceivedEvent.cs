using System.Text.Json;

namespace DanVan.Chassis.Messaging;

/// <summary>An event as it came: its envelope, its data, and its bytes.</summary>
public sealed class ReceivedEvent
{
    readonly ReadOnlyMemory<byte> data;
    readonly Type? contract;
    object? read;

    internal ReceivedEvent(EventEnvelope envelope, ReadOnlyMemory<byte> json, ReadOnlyMemory<byte> data, Type? contract)
    {
        (Envelope, Json, this.data, this.contract) = (envelope, json, data, contract);
    }

    /// <summary>Reads an event; <paramref name="contracts"/> are the records of the types that somebody here knows.</summary>
    /// <exception cref="JsonException">The bytes are no CloudEvent of this platform.</exception>
    internal static ReceivedEvent Read(byte[] json, IReadOnlyDictionary<string, Type> contracts)
    {
        try
        {
            var envelope = CloudEvent.Read(json, out var data);
            return new ReceivedEvent(envelope, json, data, contracts.GetValueOrDefault(envelope.Type));
        }
        catch (Exception malformed) when (malformed is FormatException or InvalidOperationException)
        {
            throw new JsonException(malformed.Message, malformed);
        }
    }

    /// <summary>What the event says of itself.</summary>
    public EventEnvelope Envelope { get; }

    /// <summary>The whole CloudEvent, UTF-8.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>The data as published, UTF-8: the part of <see cref="Json"/> that a projection may keep as it is.</summary>
    public ReadOnlyMemory<byte> Data => data;

    /// <summary>The data: a record of the contract when the reaction named its type, else a <see cref="JsonElement"/>.</summary>
    /// <exception cref="JsonException">The data do not fit the contract.</exception>
    public object Event => read ??= Read();

    object Read() =>
        contract is null
            ? JsonElement.Parse(data.Span)
            : JsonSerializer.Deserialize(data.Span, contract, EventJson.Options) ?? throw new JsonException("The data are null");
}
