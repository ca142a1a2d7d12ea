using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.Gateway.Reference;

/// <summary>What the document says about the platform as a whole.</summary>
static class DocumentFrame
{
    static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static JsonObject Create(string? publicUrl) =>
        new()
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "DanVan Platform",
                ["version"] = typeof(DocumentFrame).Assembly.GetName().Version!.ToString(3),
                ["description"] =
                    "Nền tảng công tác dân vận: đơn vị hành chính, đơn thư, báo cáo, hội nghị, thi đua khen thưởng và luồng sự kiện, qua một cửa. "
                    + "/ The mass-mobilisation platform: units, petitions, reporting, conferences, awards and the event feed behind one door.",
                ["license"] = new JsonObject { ["name"] = "Apache-2.0", ["identifier"] = "Apache-2.0" },
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = publicUrl ?? "/" }),
            ["security"] = new JsonArray(new JsonObject { ["bearer"] = new JsonArray() }),
            ["tags"] = new JsonArray(),
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject(),
        };

    public static JsonObject Parse(ReadOnlySpan<byte> part) => JsonNode.Parse(part)!.AsObject();

    public static byte[] Write(JsonObject document) => JsonSerializer.SerializeToUtf8Bytes(document, Readable);
}
