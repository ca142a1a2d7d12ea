using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>A JSON schema of the document: what a value must be.</summary>
public sealed class ApiSchema
{
    readonly ApiDocument document;
    readonly JsonObject node;

    public ApiSchema(ApiDocument document, JsonNode written)
    {
        this.document = document;
        node = document.Resolve(written);
        // "Nothing, or that": the one way in which the document says that a referenced type may be absent.
        if (node["oneOf"] is JsonArray choices)
        {
            IsNullable = choices.Any(x => x!["type"]?.ToString() == "null");
            node = document.Resolve(choices.Single(x => x!["type"]?.ToString() != "null")!);
        }
        string[] types = node["type"] switch
        {
            JsonArray several => [.. several.Select(x => x!.GetValue<string>())],
            JsonValue one => [one.GetValue<string>()],
            _ => [],
        };
        IsNullable |= types.Contains("null");
        Type = types.FirstOrDefault(x => x != "null");
    }

    /// <summary>string, integer, number, boolean, array, object; null when any value may stand there.</summary>
    public string? Type { get; }

    public bool IsNullable { get; }
    public string? Format => (string?)node["format"];
    public string? Pattern => (string?)node["pattern"];
    public int? MaxLength => (int?)node["maxLength"];
    public int MinLength => (int?)node["minLength"] ?? 0;
    public int? MaxItems => (int?)node["maxItems"];
    public int MinItems => (int?)node["minItems"] ?? 0;
    public decimal? Minimum => (decimal?)node["minimum"];
    public decimal? Maximum => (decimal?)node["maximum"];

    /// <summary>The names that may stand there; none when any text may.</summary>
    public IReadOnlyList<string> Names => [.. (node["enum"] as JsonArray ?? []).Select(x => x!.GetValue<string>())];

    public ApiSchema? Items => node["items"] is { } items ? new(document, items) : null;
    public ApiSchema? Others => node["additionalProperties"] is JsonObject others ? new(document, others) : null;
    public IEnumerable<string> Required => (node["required"] as JsonArray ?? []).Select(x => x!.GetValue<string>());

    public IEnumerable<KeyValuePair<string, ApiSchema>> Members =>
        (node["properties"] as JsonObject ?? []).Select(x => KeyValuePair.Create(x.Key, new ApiSchema(document, x.Value!)));

    /// <summary>The least value that the schema lets pass.</summary>
    public JsonNode? Sample() =>
        Type switch
        {
            "string" when Names.Count > 0 => Names[0],
            "string" => Format switch
            {
                "uuid" => $"{Guid.CreateVersion7()}",
                "date" => "2026-07-01",
                "date-time" => "2026-07-01T08:00:00+07:00",
                "time" => "08:00:00",
                _ => new string('x', Math.Max(MinLength, 1)),
            },
            "integer" or "number" => Minimum ?? 1,
            "boolean" => true,
            "array" => new JsonArray([.. Enumerable.Repeat(0, Math.Max(MinItems, 1)).Select(_ => Items?.Sample())]),
            "object" => new JsonObject(
                Members.Where(x => Required.Contains(x.Key)).Select(x => KeyValuePair.Create(x.Key, x.Value.Sample()))
            ),
            _ => null,
        };

    /// <summary>Where a value is not what the schema says: a path and why, for each place.</summary>
    public IEnumerable<string> Faults(JsonNode? value, string at = "$")
    {
        if (value is null)
            return IsNullable || Type is null ? [] : [$"{at} is null"];
        var kind = value.GetValueKind();
        var fits = Type switch
        {
            null => true,
            "string" => kind is JsonValueKind.String && (Names.Count == 0 || Names.Contains(value.GetValue<string>())),
            "integer" => kind is JsonValueKind.Number && value.GetValue<decimal>() % 1 == 0,
            "number" => kind is JsonValueKind.Number,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "array" => kind is JsonValueKind.Array,
            _ => kind is JsonValueKind.Object,
        };
        if (!fits)
            return [$"{at} is no {Type}: {value.ToJsonString()}"];
        return Type switch
        {
            "array" => value.AsArray().SelectMany((item, index) => Items?.Faults(item, $"{at}[{index}]") ?? []),
            "object" => FaultsOfMembers(value.AsObject(), at),
            _ => [],
        };
    }

    IEnumerable<string> FaultsOfMembers(JsonObject value, string at)
    {
        foreach (var missing in Required.Where(x => !value.ContainsKey(x)))
            yield return $"{at} lacks {missing}";
        var known = Members.ToDictionary();
        foreach (var (name, member) in value)
            if (known.TryGetValue(name, out var schema) || (schema = Others) is not null)
                foreach (var fault in schema.Faults(member, $"{at}.{name}"))
                    yield return fault;
            else if (known.Count > 0)
                yield return $"{at} has {name}, which the document does not mention";
    }
}
