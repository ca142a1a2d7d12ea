using System.Text.Json;
using DanVan.Cli.Local;

namespace DanVan.Subscriptions.Tests;

/// <summary>The npm package <c>standardwebhooks</c>, by the authors of the specification.</summary>
static class OutsideVerifier
{
    static readonly string Folder = Path.Combine(Repository.Root, "tests", "Subscriptions.Tests", "verifier");

    /// <summary>"verified", or why not.</summary>
    public static async Task<string> Judge(string secret, ReceivedWebhook received)
    {
        if (!System.IO.Directory.Exists(Path.Combine(Folder, "node_modules")))
            await Shell.Run("npm", ["ci", "--no-audit", "--no-fund"], folder: Folder);
        var message = new
        {
            secret,
            headers = received.Headers,
            body = received.Body,
        };
        return (await Shell.Run("node", [Path.Combine(Folder, "verify.js"), JsonSerializer.Serialize(message)])).Trim();
    }
}
