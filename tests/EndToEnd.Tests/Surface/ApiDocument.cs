using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>The OpenAPI document as the gateway serves it, as far as the tests walk it.</summary>
public sealed class ApiDocument
{
    readonly JsonObject root;

    public ApiDocument(JsonObject root)
    {
        this.root = root;
        All =
        [
            .. from path in root["paths"]!.AsObject()
            from operation in path.Value!.AsObject()
            select new ApiOperation(this, path.Key, operation.Key.ToUpperInvariant(), operation.Value!.AsObject()),
        ];
        Operations = [.. All.Where(x => !Plan.NotWalked.Any(x.Path.StartsWith))];
    }

    /// <summary>Every operation of the document.</summary>
    public IReadOnlyList<ApiOperation> All { get; }

    /// <summary>Those that the tests walk.</summary>
    public IReadOnlyList<ApiOperation> Operations { get; }

    /// <summary>Those of them whose examples are sent.</summary>
    public IEnumerable<ApiOperation> Shown => Operations.Where(x => !Plan.OfStaff.Any(x.Path.StartsWith));

    public ApiOperation this[string id] =>
        Operations.FirstOrDefault(x => x.Id == id) ?? throw new KeyNotFoundException($"The document has no operation {id}.");

    /// <summary>The operation at that path, if there is one.</summary>
    public ApiOperation? Find(string method, string path) => Operations.FirstOrDefault(x => x.Method.Method == method && x.Path == path);

    /// <summary>What a <c>$ref</c> points to, or the node itself.</summary>
    public JsonObject Resolve(JsonNode node)
    {
        while (node["$ref"] is { } reference)
            node = reference.GetValue<string>().Split('/').Skip(1).Aggregate((JsonNode)root, (place, step) => place[step]!);
        return node.AsObject();
    }
}

/// <summary>One operation of the document.</summary>
public sealed class ApiOperation
{
    internal ApiOperation(ApiDocument document, string path, string method, JsonObject node)
    {
        (Path, Method, Id) = (path, new HttpMethod(method), node["operationId"]!.GetValue<string>());
        Parameters =
        [
            .. (node["parameters"] as JsonArray ?? []).Select(x => document.Resolve(x!)).Select(x => new ApiParameter(document, x)),
        ];
        if (node["requestBody"]?["content"] is JsonObject content)
            Body = new(document, content.First().Key, content.First().Value!.AsObject());
        Statuses = [.. node["responses"]!.AsObject().Select(x => int.Parse(x.Key, System.Globalization.CultureInfo.InvariantCulture))];
        Answers = node["responses"]!
            .AsObject()
            .Where(x => document.Resolve(x.Value!)["content"]?["application/json"]?["schema"] is not null)
            .ToDictionary(
                x => int.Parse(x.Key, System.Globalization.CultureInfo.InvariantCulture),
                x => new ApiSchema(document, document.Resolve(x.Value!)["content"]!["application/json"]!["schema"]!)
            );
        // No way in at all is said by an empty requirement.
        var ways = node["security"]!.AsArray();
        IsPublic = ways.Any(x => x!.AsObject().Count == 0);
        Scopes = [.. ways.SelectMany(x => x!["bearer"] as JsonArray ?? []).Select(x => x!.GetValue<string>())];
    }

    public string Id { get; }
    public HttpMethod Method { get; }

    /// <summary>With its parameters in braces.</summary>
    public string Path { get; }

    public IReadOnlyList<ApiParameter> Parameters { get; }
    public ApiBody? Body { get; }
    public HashSet<int> Statuses { get; }

    /// <summary>The schemas of its JSON answers by status.</summary>
    public IReadOnlyDictionary<int, ApiSchema> Answers { get; }

    public bool IsPublic { get; }
    public HashSet<string> Scopes { get; }

    public IEnumerable<ApiParameter> InPath => Parameters.Where(x => x.In == "path");
    public IEnumerable<ApiParameter> InQuery => Parameters.Where(x => x.In == "query");

    public bool Takes(string header) => Parameters.Any(x => x.In == "header" && x.Name == header);

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>A parameter of an operation.</summary>
public sealed class ApiParameter(ApiDocument document, JsonObject node)
{
    public string Name { get; } = node["name"]!.GetValue<string>();

    /// <summary>path, query or header.</summary>
    public string In { get; } = node["in"]!.GetValue<string>();

    public bool IsRequired { get; } = node["required"]?.GetValue<bool>() ?? false;
    public ApiSchema Schema { get; } = new(document, node["schema"]!);
}

/// <summary>The body that an operation takes.</summary>
public sealed class ApiBody(ApiDocument document, string mediaType, JsonObject node)
{
    public string MediaType { get; } = mediaType;
    public bool IsJson => MediaType == "application/json";
    public ApiSchema Schema { get; } = new(document, node["schema"]!);

    /// <summary>Every example of it, none when the document shows none.</summary>
    public JsonNode[] Examples { get; } =
    [
        .. node["example"] is { } one ? [one] : Array.Empty<JsonNode>(),
        .. (node["examples"] as JsonObject ?? []).Select(x => document.Resolve(x.Value!)["value"]!),
    ];
}
