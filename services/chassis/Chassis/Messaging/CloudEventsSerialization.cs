using System.Net.Mime;
using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit;
using MassTransit.Serialization;

namespace DanVan.Chassis.Messaging;

/// <summary>
/// Lets MassTransit consumers take CloudEvents: the bridge between the wire, which knows nothing of MassTransit, and <c>IConsumer&lt;PetitionReceived&gt;</c>.
/// </summary>
sealed class CloudEventsSerialization(IReadOnlyDictionary<string, Type> contracts)
    : ISerializerFactory,
        IMessageDeserializer,
        IMessageSerializer
{
    public ContentType ContentType { get; } = new(CloudEvent.ContentType);

    public IMessageDeserializer CreateDeserializer() => this;

    public IMessageSerializer CreateSerializer() => this;

    /// <summary>MassTransit wants a serializer, and must never need it.</summary>
    public MessageBody GetMessageBody<T>(SendContext<T> context)
        where T : class => throw Refused();

    public ConsumeContext Deserialize(ReceiveContext receiveContext) =>
        new BodyConsumeContext(
            receiveContext,
            Deserialize(receiveContext.Body, receiveContext.TransportHeaders, receiveContext.InputAddress)
        );

    public SerializerContext Deserialize(MessageBody body, Headers headers, Uri? destinationAddress = null)
    {
        try
        {
            var received = ReceivedEvent.Read(body.GetBytes(), contracts);
            return new Context(received, new RawMessageContext(headers, destinationAddress, RawSerializerOptions.AnyMessageType));
        }
        catch (JsonException malformed)
        {
            throw new SerializationException($"No CloudEvent of this platform: {malformed.Message}", malformed);
        }
    }

    public MessageBody GetMessageBody(string text) => new StringMessageBody(text);

    public void Probe(ProbeContext context) => context.CreateScope("cloudEvents");

    /// <summary>What a message can be read as: the event itself, and the record of its contract.</summary>
    internal sealed class Context(ReceivedEvent received, MessageContext message)
        : BaseSerializerContext(SystemTextJsonMessageSerializer.Instance, message, [])
    {
        public EventEnvelope Envelope => received.Envelope;

        public override bool IsSupportedMessageType<T>() => TryGetMessage<T>(out _);

        public override bool IsSupportedMessageType(Type messageType) => TryGetMessage(messageType, out _);

        public override bool TryGetMessage<T>(out T message)
        {
            if (received is T whole)
                message = whole;
            else if (EventType.IsContract(typeof(T)) && EventType.Of(typeof(T)).Name == received.Envelope.Type && received.Event is T data)
                message = data;
            else
                message = null!;
            return message is not null;
        }

        public override bool TryGetMessage(Type messageType, out object message)
        {
            message = messageType == typeof(ReceivedEvent) ? received : received.Event;
            return messageType.IsInstanceOfType(message);
        }

        public override IMessageSerializer GetMessageSerializer() => throw Refused();

        public override IMessageSerializer GetMessageSerializer<T>(MessageEnvelope envelope, T message) => throw Refused();

        public override IMessageSerializer GetMessageSerializer(object message, string[] messageTypes) => throw Refused();

        public override Dictionary<string, object> ToDictionary<T>(T? message)
            where T : class => [];
    }

    static NotSupportedException Refused() => new("Events leave by the journal's relay only");
}
