using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Chassis.Messaging;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace DanVan.Subscriptions.Feed;

/// <summary>The schemas of all types of event, written once.</summary>
sealed class EventSchemas(IOptions<EventOptions> options)
{
    static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    readonly Dictionary<string, Document> documents = PublishedContracts.Events.ToDictionary(
        x => x.Key,
        x => Write(EventSchema.Of(x.Value, options.Value.PublicAddress))
    );

    public Document? Find(string type) => documents.GetValueOrDefault(type);

    static Document Write(JsonObject schema)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(schema, Readable);
        return new(text, new($"\"{Convert.ToHexStringLower(SHA256.HashData(text).AsSpan(0, 16))}\""));
    }

    /// <summary>A schema as it is sent, and the tag of its bytes.</summary>
    internal sealed record Document(byte[] Text, EntityTagHeaderValue Tag);
}
