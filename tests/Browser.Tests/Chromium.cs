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
            await Packages.Install(["chromium"]);
        return await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Program,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--disable-component-update"],
            }
        );
    }
}
