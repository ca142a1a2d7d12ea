using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using DanVan.Chassis.Journal;

namespace DanVan.Chassis.Messaging;

/// <summary>CloudEvents 1.0 in structured JSON, one event a message.</summary>
static class CloudEvent
{
    public const string ContentType = "application/cloudevents+json";

    static readonly JsonWriterOptions written = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes a row of the journal as an event.</summary>
    /// <param name="schema">Where the schema of its data is, or null.</param>
    public static void Write(IBufferWriter<byte> buffer, JournalRow row, string? schema)
    {
        using var json = new Utf8JsonWriter(buffer, written);
        var key = EventType.RoutingKey(row.Type);
        json.WriteStartObject();
        json.WriteString("specversion"u8, "1.0"u8);
        json.WriteString("id"u8, row.Id);
        json.WriteString("source"u8, $"/danvan/{key[..key.IndexOf('.', StringComparison.Ordinal)]}");
        json.WriteString("type"u8, row.Type);
        json.WriteString("subject"u8, row.Subject);
        json.WriteString("time"u8, row.Time.UtcDateTime);
        json.WriteString("datacontenttype"u8, "application/json"u8);
        if (schema is not null)
            json.WriteString("dataschema"u8, schema);
        // The CloudEvents sequence extension is a string, ordered by its characters: hence the zeros.
        json.WriteString("sequence"u8, row.Sequence.ToString("D19", CultureInfo.InvariantCulture));
        json.WriteString("partitionkey"u8, row.Subject);
        json.WriteNumber("subjectversion"u8, row.Version);
        if (row.Unit is { } unit)
            json.WriteString("unit"u8, unit);
        if (row.TraceParent is { } trace)
            json.WriteString("traceparent"u8, trace);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(row.Data, skipInputValidation: true);
        json.WriteEndObject();
    }

    /// <summary>Reads the envelope; <paramref name="data"/> is the part of <paramref name="json"/> that holds the data.</summary>
    /// <exception cref="JsonException">The bytes are no CloudEvent of this platform; the message says what is missing.</exception>
    public static EventEnvelope Read(ReadOnlyMemory<byte> json, out ReadOnlyMemory<byte> data)
    {
        var reader = new Utf8JsonReader(json.Span);
        var read = new Attributes();
        data = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            throw new JsonException("A CloudEvent is a JSON object");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8))
                data = ReadRaw(ref reader, json);
            else
                read.Take(ref reader);
        }
        if (data.IsEmpty)
            throw new JsonException("The CloudEvent has no data");
        return read.ToEnvelope();
    }

    static ReadOnlyMemory<byte> ReadRaw(ref Utf8JsonReader reader, ReadOnlyMemory<byte> json)
    {
        reader.Read();
        var start = (int)reader.TokenStartIndex;
        reader.Skip();
        return json[start..(int)reader.BytesConsumed];
    }

    struct Attributes
    {
        Guid? id;
        Guid? unit;
        string? source;
        string? type;
        string? subject;
        string? traceParent;
        int version;
        long sequence;
        DateTimeOffset time;

        public void Take(ref Utf8JsonReader reader)
        {
            var name = reader.GetString();
            reader.Read();
            switch (name)
            {
                case "id":
                    id = reader.GetGuid();
                    break;
                case "source":
                    source = reader.GetString();
                    break;
                case "type":
                    type = reader.GetString();
                    break;
                case "subject":
                    subject = reader.GetString();
                    break;
                case "time":
                    time = reader.GetDateTimeOffset();
                    break;
                case "sequence":
                    sequence = long.Parse(reader.GetString() ?? "", CultureInfo.InvariantCulture);
                    break;
                case "subjectversion":
                    version = reader.GetInt32();
                    break;
                case "unit":
                    unit = reader.GetGuid();
                    break;
                case "traceparent":
                    traceParent = reader.GetString();
                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        public readonly EventEnvelope ToEnvelope() =>
            new(
                id ?? throw Missing("id"),
                source ?? throw Missing("source"),
                type ?? throw Missing("type"),
                subject ?? throw Missing("subject"),
                version > 0 ? version : throw Missing("subjectversion"),
                sequence > 0 ? sequence : throw Missing("sequence"),
                time,
                unit,
                traceParent
            );

        static JsonException Missing(string attribute) => new($"The CloudEvent has no {attribute}");
    }
}
