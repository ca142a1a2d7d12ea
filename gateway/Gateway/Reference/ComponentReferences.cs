using System.Text.Json.Nodes;

namespace DanVan.Gateway.Reference;

/// <summary>The references inside an OpenAPI document: <c>$ref</c> and the mappings of discriminators.</summary>
static class ComponentReferences
{
    const string Root = "#/components/";

    public static string To(string section, string name) => $"{Root}{section}/{name}";

    public static IEnumerable<string> In(JsonNode? node) => Places(node).Select(x => x.Holder[x.Key]!.GetValue<string>());

    /// <param name="node">What is changed in place.</param>
    /// <param name="names">New reference by old reference.</param>
    public static void Rename(JsonNode node, IReadOnlyDictionary<string, string> names)
    {
        if (names.Count == 0)
            return;
        foreach (var (holder, key) in Places(node).ToList())
            if (names.TryGetValue(holder[key]!.GetValue<string>(), out var renamed))
                holder[key] = renamed;
    }

    static IEnumerable<(JsonObject Holder, string Key)> Places(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(x => IsReference(x.Value) ? [(map, x.Key)] : Places(x.Value)),
            JsonArray list => list.SelectMany(Places),
            _ => [],
        };

    // Any text that begins like one is one: examples do not, and a mapping's keys are free.
    static bool IsReference(JsonNode? value) =>
        value is JsonValue text && text.TryGetValue<string>(out var reference) && reference.StartsWith(Root, StringComparison.Ordinal);
}
