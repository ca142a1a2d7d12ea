using System.Text.Json.Nodes;
using DanVan.Cli.Local;

namespace DanVan.EndToEnd.Tests.Surface;

/// <summary>What others' tools say of the document: <c>npx @redocly/cli lint</c>.</summary>
[Collection(Surface.Shared)]
public sealed class LintTests(Surface surface)
{
    const string Version = "2.77.0";
    static readonly string Folder = Path.Combine(Repository.StateFolder, "npm", $"redocly-{Version}");

    [Fact]
    public async Task The_linter_of_Redocly_finds_nothing_wrong()
    {
        Assert.SkipUnless(await HasNpm(), "npm is not installed here: apt-get install npm, or Node.js from https://nodejs.org");
        var program = Path.Combine(Folder, "node_modules", ".bin", "redocly");
        if (!File.Exists(program))
        {
            System.IO.Directory.CreateDirectory(Folder);
            await Shell.Run("npm", ["install", "--prefix", Folder, "--no-audit", "--no-fund", $"@redocly/cli@{Version}"]);
        }
        var document = Path.Combine(Folder, "openapi.json");
        await File.WriteAllTextAsync(document, await surface.Nobody.GetStringAsync("openapi.json"));
        var offline = new Dictionary<string, string> { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" };

        // Only what it finds, without what it says about itself beside.
        string[] quietly = ["-c", "exec \"$0\" lint \"$1\" --format=json 2>/dev/null", program, document];
        var (_, output) = await Shell.Try("/bin/sh", quietly, offline, Folder);

        var report = JsonNode.Parse(output)!;
        Surface.None([
            .. report["problems"]!.AsArray().Select(x => $"{x!["severity"]} {x["ruleId"]} {x["location"]?[0]?["pointer"]}: {x["message"]}"),
        ]);
    }

    static async Task<bool> HasNpm()
    {
        try
        {
            return (await Shell.Try("npm", ["--version"])).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
