using MassTransit;

namespace DanVan.Chassis.Messaging;

/// <summary>What a consumer may ask of its context.</summary>
public static class EnvelopeExtensions
{
    /// <summary>The envelope of the event being consumed: id, source, subject, version, sequence.</summary>
    public static EventEnvelope Envelope(this ConsumeContext context) =>
        ((CloudEventsSerialization.Context)context.SerializerContext).Envelope;
}
