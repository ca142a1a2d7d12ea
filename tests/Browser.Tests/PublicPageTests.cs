using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;
using Microsoft.Playwright;

namespace DanVan.Browser.Tests;

/// <summary>What everybody reads of petitions, in a real browser, scripts switched off, by keyboard.</summary>
public sealed class PublicPageTests(GatewayRunning running) : IClassFixture<GatewayRunning>
{
    static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");
    const string Words = "Đường liên xã đã được sửa xong & bàn giao <hôm nay>.";

    [Fact]
    public async Task Everybody_reads_published_resolutions_and_figures_without_scripts()
    {
        await Publish();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "vi-VN" });
        var page = await context.NewPageAsync();
        var (foreign, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(Gateway.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith("data:", StringComparison.Ordinal)
            )
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
                complaints.Add($"{message.Text} {message.Location}");
        };

        await page.GotoAsync(new Uri(Gateway, "petitions/public").ToString());
        Assert.Equal("Kết quả giải quyết đơn thư đã công bố – DanVan", await page.TitleAsync());
        await page.GetByText(Words).WaitForAsync();
        await page.GetByLabel("Loại đơn").SelectOptionAsync("TO_CAO");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lọc" }).ClickAsync();
        await page.GetByText("Chưa có nội dung nào được công bố.").WaitForAsync();

        // By keyboard alone: the first stop leads to the content, the links and then the form follow.
        await page.GotoAsync(new Uri(Gateway, "petitions/public").ToString());
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Đến nội dung chính", await Focused());
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Thống kê", await Focused());
        await page.Keyboard.PressAsync("Enter");
        await page.GetByRole(AriaRole.Heading, new() { Name = "Thống kê đơn thư theo quý" }).WaitForAsync();
        Assert.Equal("vi", await page.Locator("html").GetAttributeAsync("lang"));
        await page.GetByLabel("Quý").SelectOptionAsync("2");
        await page.GetByLabel("Năm").FillAsync("2025");
        await page.GetByRole(AriaRole.Button, new() { Name = "Xem" }).ClickAsync();
        await page.GetByRole(AriaRole.Columnheader, new() { Name = "Trả lời quá hạn" }).First.WaitForAsync();
        Assert.Equal("9", await Received("Tất cả"));
        // Three denunciations are not told of, nor the six others by which they could be; of what there is none, it is told.
        Assert.Equal("ẩn", await Received("Tố cáo"));
        Assert.Equal("ẩn", await Received("Kiến nghị"));
        Assert.Equal("0", await Received("Khiếu nại"));

        if (Environment.GetEnvironmentVariable("DANVAN_PICTURES") is { } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, "public-statistics.png"), FullPage = true });
        Assert.Empty(foreign);
        Assert.Empty(complaints);
        Assert.Empty(await context.CookiesAsync());

        Task<string> Focused() => page.Locator(":focus").InnerTextAsync();

        Task<string> Received(string kind) =>
            page.GetByRole(AriaRole.Row, new() { Name = kind }).First.GetByRole(AriaRole.Cell).First.InnerTextAsync();
    }

    Uri Gateway => running.Platform.Gateway.Address;

    async Task Publish()
    {
        using var clerk = running.Platform["petitions"].As(Root, "petitions.read", "petitions.write", "petitions.decide");
        var id = await Post("", Paper("KIEN_NGHI", "2026-08-03"));
        await Post($"/{id}/acceptance", new() { ["acceptedOn"] = "2026-08-05", ["documentNumber"] = "1" });
        await Post(
            $"/{id}/resolution",
            new()
            {
                ["outcome"] = "TIEP_THU",
                ["resolvedOn"] = "2026-08-28",
                ["documentNumber"] = "2",
            }
        );
        await Post($"/{id}/public-notice", new() { ["text"] = Words, ["visibleFrom"] = "2026-09-07" });
        for (var i = 0; i < 6; i++)
            await Post("", Paper("KIEN_NGHI", "2025-05-05"));
        for (var i = 0; i < 3; i++)
            await Post("", Paper("TO_CAO", "2025-05-05"));

        async Task<string> Post(string path, JsonObject body)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"api/v1/petitions{path}") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", $"{Guid.CreateVersion7()}");
            using var answer = await clerk.SendAsync(request);
            var said = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, said);
            return JsonNode.Parse(said)!["id"]!.GetValue<string>();
        }

        static JsonObject Paper(string kind, string on) =>
            new()
            {
                ["kind"] = kind,
                ["channel"] = "BUU_CHINH",
                ["field"] = "HANH_CHINH",
                ["receivedOn"] = on,
                ["summary"] = "Đề nghị sửa đường liên xã",
                ["petitioner"] = new JsonObject
                {
                    ["type"] = "INDIVIDUAL",
                    ["fullName"] = "Nguyễn Thị Thử",
                    ["address"] = "Thôn Thử",
                },
            };
    }
}
