using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;

namespace DanVan.Cli.Seeding;

/// <summary>One request of the seed content: a document of the platform's own API.</summary>
/// <param name="IdempotencyKey">Names the document; the check finds it by this.</param>
/// <param name="Path">Where it is posted.</param>
/// <param name="Read">Where what it made can be read, when an answer "exists already" has to be compared.</param>
/// <param name="Body">The document.</param>
sealed record SeedDocument(string IdempotencyKey, string Path, string? Read, JsonObject Body)
{
    public string Id => Body["id"]!.GetValue<string>();
}

/// <summary>A file of <c>deploy/seed</c>: what it holds and where it is from, and its documents in the order in which they are entered.</summary>
sealed record SeedFile(string About, IReadOnlyList<SeedDocument> Documents)
{
    public string Name { get; init; } = "";
}

/// <summary>The files of <c>deploy/seed</c> in the order of their names: what is referred to comes before what refers to it.</summary>
static class SeedContent
{
    static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
    };

    public static string Folder => Path.Combine(Repository.Root, "deploy", "seed");

    public static IReadOnlyList<SeedFile> Read()
    {
        var files = System.IO.Directory.Exists(Folder) ? System.IO.Directory.GetFiles(Folder, "*.json") : [];
        if (files.Length == 0)
            throw new Failure($"There is no seed content in {Folder}.", "Take a complete clone.");
        return [.. files.Order(StringComparer.Ordinal).Select(ReadFile)];
    }

    static SeedFile ReadFile(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<SeedFile>(File.ReadAllText(path), Strict)! with { Name = Path.GetFileName(path) };
        }
        catch (JsonException e)
        {
            throw new Failure($"{path} is no seed file: {e.Message}", "Restore it from the repository.", e);
        }
    }
}
