using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Platform.Tests.Contracts;

/// <summary>The npm package <c>ajv</c>, installed once below <c>.danvan/</c>.</summary>
static class SchemaValidator
{
    static readonly string source = Path.Combine(Repository.Root, "tests", "Platform.Tests", "Contracts", "validator");
    static readonly string folder = Path.Combine(Repository.StateFolder, "npm", "schema-validator");

    /// <summary>For each case null, or what is wrong.</summary>
    public static async Task<string?[]> Judge(IEnumerable<(JsonNode Schema, JsonNode Data)> cases)
    {
        System.IO.Directory.CreateDirectory(folder);
        using (await FileLock.Take(Path.Combine(folder, "install.lock"), default))
            await Install();
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

    static async Task Install()
    {
        var same = System.IO.Directory.Exists(Path.Combine(folder, "node_modules"));
        foreach (var file in System.IO.Directory.EnumerateFiles(source))
        {
            var (text, copy) = (await File.ReadAllTextAsync(file), Path.Combine(folder, Path.GetFileName(file)));
            if (File.Exists(copy) && await File.ReadAllTextAsync(copy) == text)
                continue;
            await File.WriteAllTextAsync(copy, text);
            same = false;
        }
        if (!same)
            await Shell.Run("npm", ["ci", "--no-audit", "--no-fund"], folder: folder);
    }
}
