using DanVan.Support;
using Microsoft.Playwright;

namespace DanVan.Browser.Tests;

/// <summary>The gateway in front of two services, as a newcomer opens it.</summary>
public sealed class GatewayRunning() : PlatformFixture("directory", "petitions", "gateway");

public sealed class ReferencePageTests(GatewayRunning running) : IClassFixture<GatewayRunning>
{
    [Fact]
    public async Task The_reference_page_shows_the_operations_and_asks_nobody_else_for_anything()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        var page = await browser.NewPageAsync();
        var (foreign, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(running.Platform.Gateway.Address.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add(message.Text);
        };
        page.PageError += (_, error) => complaints.Add(error);

        await Eventually.True(
            "the document to hold the petitions",
            async () =>
                (await running.Platform.Gateway.Http.GetStringAsync("openapi.json")).Contains("/api/v1/petitions", StringComparison.Ordinal)
        );
        await page.GotoAsync(new Uri(running.Platform.Gateway.Address, "docs/").ToString());
        await page.GetByText("petitions", new() { Exact = true }).First.ClickAsync();
        await page.GetByText("/api/v1/petitions/deadlines/what-if").First.ClickAsync();
        await page.GetByText("gives 2026-07-21").First.WaitForAsync();

        Assert.Empty(foreign);
        Assert.Empty(complaints);
    }
}
