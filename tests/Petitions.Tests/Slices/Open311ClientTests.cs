using System.Text.Json.Nodes;
using DanVan.Cli.Local;
using static DanVan.Petitions.Tests.Slices.Calls;

namespace DanVan.Petitions.Tests.Slices;

/// <summary>A client of others' making, which knows GeoReport v2 and nothing of the platform: the npm package <c>open311</c>, in <c>tests/Support/open311-client</c>.</summary>
[Collection(PetitionsRunning.Shared)]
public sealed class Open311ClientTests(PetitionsRunning running)
{
    [Fact]
    public async Task It_finds_sends_and_reads_feedback()
    {
        var folder = await Install();
        var sender = await Sender.With(running);

        string[] arguments =
        [
            Path.Combine(folder, "client.js"),
            $"{sender.Http.BaseAddress}{Sender.Api}/",
            sender.Jurisdiction,
            sender.Key,
        ];
        var (code, output) = await Shell.Try("node", arguments, folder: folder);

        Assert.True(code == 0, output);
        var understood = JsonNode.Parse(output)!;
        Assert.Equal("production", understood["discovery"]!["endpoints"]![0]!.Text("type"));
        Assert.Equal(4, understood["services"]!.AsArray().Count);
        Assert.Equal("NOI_CU_TRU", understood["definition"]!["attributes"]![0]!.Text("code"));
        var id = understood["sent"]!.Text("service_request_id");
        Assert.NotEqual(("", ""), Open311Tests.Receipt(understood["sent"]!.Text("service_notice")));
        Assert.Equal(id, understood["token"]!.Text("service_request_id"));
        Assert.Equal((id, "open"), (understood["one"]!.Text("service_request_id"), understood["one"]!.Text("status")));
        Assert.Equal(id, Assert.Single(understood["all"]!.AsArray())!.Text("service_request_id"));
        Assert.Equal("INDIVIDUAL", (await running.Clerk.Get($"{Book}/{id}")).Text("petitionerType"));
    }

    /// <summary>The program beside its packages, below <c>.danvan/</c>, by the versions of the lock file.</summary>
    static async Task<string> Install()
    {
        var source = Path.Combine(Repository.Root, "tests", "Support", "open311-client");
        var folder = Path.Combine(Repository.StateFolder, "npm", "open311-client");
        System.IO.Directory.CreateDirectory(folder);
        foreach (var file in System.IO.Directory.EnumerateFiles(source))
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)), overwrite: true);
        await Shell.Run("npm", ["ci", "--no-audit", "--no-fund"], folder: folder);
        return folder;
    }
}
