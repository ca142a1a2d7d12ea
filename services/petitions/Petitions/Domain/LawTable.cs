using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Petitions;

/// <summary>A table of the law as a data file: the one that comes with the service, or the one that an administration puts in its place.</summary>
static class LawTable
{
    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="name">Folder and name of the service's own file, such as <c>Deadlines.rules</c>.</param>
    /// <param name="path">The file to read instead.</param>
    public static T Load<T>(string name, string? path)
    {
        using var stream = path is null
            ? typeof(LawTable).Assembly.GetManifestResourceStream($"DanVan.Petitions.{name}.json")!
            : File.OpenRead(path);
        return JsonSerializer.Deserialize<T>(stream, Json)!;
    }
}
