using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Platform.Tests.Contracts;

/// <summary>The npm package <c>ajv</c>, installed once below <c>.danvan/</c>.</summary>
static class SchemaValidator
{
    static readonly string source = Path.Combine(Repository.Root, "tests", "Platform.Tests", "Contracts", "validator");

    /// <summary>For each case null, or what is wrong.</summary>
    public static async Task<string?[]> Judge(IEnumerable<(JsonNode Schema, JsonNode Data)> cases)
    {
        var folder = await NodePrograms.Installed(source, "schema-validator");
        var question = Path.Combine(folder, $"{PlatformServers.UniqueSuffix()}.json");
        await File.WriteAllTextAsync(question, JsonSerializer.Serialize(cases.Select(one => new { schema = one.Schema, data = one.Data })));
        try
        {
            return JsonSerializer.Deserialize<string?[]>(await Shell.Run("node", [Path.Combine(folder, "validate.js"), question]))!;
        }
        finally
        {
            File.Delete(question);
        }
    }
}
