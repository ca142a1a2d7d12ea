using System.Text.Json.Nodes;

namespace DanVan.Gateway.Reference;

/// <summary>
/// Puts the services' OpenAPI documents into one. A component that two services mean alike is kept once; one that they mean
/// differently carries the name of the later service in front.
/// </summary>
sealed class DocumentMerger(JsonObject frame, string tokenUrl)
{
    readonly JsonObject paths = Child(frame, "paths");
    readonly JsonObject components = Child(frame, "components");
    readonly Dictionary<string, string> tags = [];
    readonly HashSet<string> operationIds = [];
    readonly SortedSet<string> scopes = new(StringComparer.Ordinal);

    /// <param name="service">The name of the service, as in its cluster.</param>
    /// <param name="part">The service's own document; it is taken apart.</param>
    /// <param name="isRouted">Whether the gateway sends this path to this service: others are not part of the public document.</param>
    public void Add(string service, JsonObject part, Func<string, bool> isRouted)
    {
        var prefix = string.Concat(service[..1].ToUpperInvariant(), service.AsSpan(1));
        foreach (var tag in (part["tags"] as JsonArray ?? []).OfType<JsonObject>())
            tags.TryAdd(tag["name"]!.GetValue<string>(), tag["description"]?.GetValue<string>() ?? "");
        var renamed = AddComponents(prefix, part["components"] as JsonObject ?? []);
        foreach (var (path, item) in (part["paths"] as JsonObject ?? []).ToList())
        {
            if (item is not JsonObject operations || !isRouted(path) || paths.ContainsKey(path))
                continue;
            part["paths"]!.AsObject().Remove(path);
            ComponentReferences.Rename(operations, renamed);
            foreach (var operation in operations.Select(x => x.Value).OfType<JsonObject>())
                AddOperation(prefix, operation);
            paths[path] = operations;
        }
    }

    public JsonObject Finish()
    {
        SecuritySchemes.AddTo(components, scopes, tokenUrl);
        frame["tags"] = new JsonArray([.. tags.OrderBy(x => x.Key, StringComparer.Ordinal).Select(Tag)]);
        return frame;
    }

    void AddOperation(string prefix, JsonObject operation)
    {
        if (operation["operationId"]?.GetValue<string>() is { } id && !operationIds.Add(id))
            operationIds.Add((operation["operationId"] = prefix + id).GetValue<string>());
        foreach (var tag in (operation["tags"] as JsonArray ?? []).OfType<JsonValue>())
            tags.TryAdd(tag.GetValue<string>(), "");
        scopes.UnionWith(SecuritySchemes.Offer(operation));
    }

    Dictionary<string, string> AddComponents(string prefix, JsonObject added)
    {
        var clashing = Clashing(added);
        var renamed = clashing.ToDictionary(x => x, x => x.Insert(x.LastIndexOf('/') + 1, prefix));
        foreach (var (section, named) in added.ToList())
        {
            if (section == "securitySchemes" || named is not JsonObject items)
                continue;
            var kept = Child(components, section);
            foreach (var (name, component) in items.ToList())
            {
                var reference = ComponentReferences.To(section, name);
                var target = renamed.TryGetValue(reference, out var other) ? other[(other.LastIndexOf('/') + 1)..] : name;
                items.Remove(name);
                if (component is null || kept.ContainsKey(target))
                    continue;
                ComponentReferences.Rename(component, renamed);
                kept[target] = component;
            }
        }
        return renamed;
    }

    /// <summary>The components whose name is taken by something else, or by the same text that refers to something else.</summary>
    HashSet<string> Clashing(JsonObject added)
    {
        var taken = (
            from section in added
            where section.Key != "securitySchemes" && components[section.Key] is JsonObject
            from item in section.Value!.AsObject()
            where components[section.Key]!.AsObject().ContainsKey(item.Key)
            select (Reference: ComponentReferences.To(section.Key, item.Key), Mine: item.Value, Theirs: components[section.Key]![item.Key])
        ).ToList();
        var clashing = taken.Where(x => !JsonNode.DeepEquals(x.Mine, x.Theirs)).Select(x => x.Reference).ToHashSet();
        while (
            taken.RemoveAll(x =>
                !clashing.Contains(x.Reference) && ComponentReferences.In(x.Mine).Any(clashing.Contains) && clashing.Add(x.Reference)
            ) > 0
        ) { }
        return clashing;
    }

    static JsonNode Tag(KeyValuePair<string, string> tag)
    {
        var meaning = tag.Value.Length > 0 ? tag.Value : DocumentFrame.MeaningOfTag(tag.Key);
        return meaning.Length == 0
            ? new JsonObject { ["name"] = tag.Key }
            : new JsonObject { ["name"] = tag.Key, ["description"] = meaning };
    }

    static JsonObject Child(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
            parent[name] = child = [];
        return child;
    }
}
