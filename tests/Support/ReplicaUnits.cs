using System.Text.Json.Nodes;

namespace DanVan.Support;

/// <summary>Units put straight into a service's replica of the directory, as the directory would tell of them.</summary>
public static class ReplicaUnits
{
    /// <summary>A unit of one period.</summary>
    public static JsonObject Unit(
        Guid id,
        Guid? parent,
        string kind,
        string level,
        string name,
        string from = "2004-01-01",
        DateOnly? to = null,
        int version = 1,
        Guid? predecessor = null
    ) =>
        new()
        {
            ["id"] = id,
            ["version"] = version,
            ["predecessors"] = predecessor is null ? new JsonArray() : new JsonArray(predecessor.Value),
            ["versions"] = new JsonArray(
                new JsonObject
                {
                    ["from"] = from,
                    ["to"] = to is { } end ? $"{end:yyyy-MM-dd}" : null,
                    ["name"] = name,
                    ["fullName"] = name,
                    ["kind"] = kind,
                    ["level"] = level,
                    ["parentId"] = parent,
                }
            ),
        };

    /// <summary>A commune below a unit, in the version told of it, perhaps out of another, perhaps ended.</summary>
    public static JsonObject Commune(
        Guid id,
        Guid parent,
        int version,
        Guid? predecessor = null,
        DateOnly? end = null,
        string kind = "COMMUNE"
    ) => Unit(id, parent, kind, "COMMUNE", "Xã", to: end, version: version, predecessor: predecessor);

    /// <summary>Records them. The service has them in memory within two seconds.</summary>
    public static Task<long> Record(this TestDatabase database, params IEnumerable<JsonNode> units) =>
        database.Scalar<long>(
            "select directory.record_units($1::jsonb)",
            $"[{string.Join(',', units.Select(unit => unit.ToJsonString()))}]"
        );
}
