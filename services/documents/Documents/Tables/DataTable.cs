using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Documents;

/// <summary>A table as a data file: the one that comes with this assembly, or the one that an administration puts in its place.</summary>
static class DataTable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static T Load<T>(string name, string? path)
    {
        using var stream = path is null
            ? typeof(DataTable).Assembly.GetManifestResourceStream($"DanVan.Documents.Tables.{name}.json")!
            : File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
