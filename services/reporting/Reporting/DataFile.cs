using System.Text.Json;
using System.Text.Json.Serialization;

namespace DanVan.Reporting;

/// <summary>Rule data shipped inside the assembly as JSON. A file that does not fit its model stops the start.</summary>
static class DataFile
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <param name="name">Of the data in the assembly.</param>
    /// <param name="path">A file that an administration puts in its place.</param>
    public static T Read<T>(string name, string? path = null)
    {
        using var stream = path is not null
            ? File.OpenRead(path)
            : typeof(DataFile).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The assembly lacks {name}");
        return JsonSerializer.Deserialize<T>(stream, Options) ?? throw new InvalidOperationException($"{path ?? name} is empty");
    }

    public static IEnumerable<string> Names(string prefix) =>
        typeof(DataFile).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Order();
}
