using DanVan.Cli;
using DanVan.Cli.Local;
using Microsoft.Playwright;

namespace DanVan.Browser.Tests;

/// <summary>The distribution's Chromium without a window, installed when missing.</summary>
public static class Chromium
{
    const string Program = "/usr/bin/chromium";

    public static async Task<IBrowser> Start(IPlaywright playwright)
    {
        if (!File.Exists(Program))
        {
            if (Environment.UserName != "root")
                throw new Failure("Chromium is not installed.", "Run once: sudo apt-get install -y --no-install-recommends chromium");
            var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
            if ((await Shell.Try("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet)).Code != 0)
            {
                await Shell.Run("apt-get", ["update"], quiet);
                await Shell.Run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quiet);
            }
        }
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
            }
        );
    }
}
