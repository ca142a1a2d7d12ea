using System.Text.Json;
using System.Text.Json.Serialization;
using DanVan.Chassis.Http;

namespace DanVan.Reporting;

/// <summary>Documents that are kept as they were. A later version may have added members: the strictness of the HTTP surface has no place in reading them.</summary>
static class KeptJson
{
    static readonly JsonSerializerOptions Tolerant = new(JsonRules.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
        RespectRequiredConstructorParameters = false,
    };

    public static string Write<T>(T document) => JsonSerializer.Serialize(document, JsonRules.Options);

    public static T Read<T>(string json) =>
        JsonSerializer.Deserialize<T>(json, Tolerant) ?? throw new JsonException($"A kept {typeof(T).Name} is empty");
}
