using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using System.Xml;
using System.Xml.Linq;

namespace DanVan.Petitions.Open311;

/// <summary>One answer in both formats of GeoReport v2: JSON, and the XML that the Spark convention makes of it: no schema, no namespace.</summary>
static class Spark
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    // What one of a list is called.
    static readonly Dictionary<string, string> Singular = new()
    {
        ["services"] = "service",
        ["service_requests"] = "request",
        ["attributes"] = "attribute",
        ["endpoints"] = "endpoint",
        ["formats"] = "format",
        ["errors"] = "error",
    };

    public static string ToJson<T>(T answer) => JsonSerializer.Serialize(answer, Json);

    /// <param name="root">The name of the root, which JSON leaves out.</param>
    public static string ToXml<T>(T answer, string root)
    {
        var text = new Utf8Writer();
        using (var writer = XmlWriter.Create(text, new() { Encoding = Encoding.UTF8, CloseOutput = false }))
            new XDocument(Element(root, JsonSerializer.SerializeToNode(answer, Json))).Save(writer);
        return text.ToString();
    }

    static XElement Element(string name, JsonNode? value) =>
        value switch
        {
            JsonObject members => new(name, members.Select(member => Element(member.Key, member.Value))),
            JsonArray items => new(name, items.Select(item => Element(Singular[name], item))),
            null => new(name),
            _ => new(name, value.ToString()),
        };

    // The declaration names the encoding that the bytes will have, not that of a string in memory.
    sealed class Utf8Writer() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
