using System.Buffers.Text;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DanVan.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;

namespace DanVan.Browser.Tests;

/// <summary>A member of staff signs in through the gateway in a real browser, scripts switched off.</summary>
public sealed class SignInPageTests(GatewayRunning running) : IClassFixture<GatewayRunning>
{
    static readonly Guid Root = new("00000000-0000-7000-8000-000000000001");
    const string Verifier = "a-verifier-of-at-least-43-characters-0123456789";
    const string Chosen = "một câu dài dễ nhớ của tôi";

    [Fact]
    public async Task Staff_sign_in_change_the_initial_password_and_arrive_at_the_application_with_a_code()
    {
        await using var application = await Application.Start();
        var (userName, initial) = await Account();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Chromium.Start(playwright);
        await using var context = await browser.NewContextAsync(new() { JavaScriptEnabled = false, Locale = "vi-VN" });
        var page = await context.NewPageAsync();
        var (foreign, complaints) = (new List<string>(), new List<string>());
        page.Request += (_, request) =>
        {
            if (
                !request.Url.StartsWith(Gateway.ToString(), StringComparison.Ordinal)
                && !request.Url.StartsWith(application.Redirect, StringComparison.Ordinal)
            )
                foreign.Add(request.Url);
        };
        page.Console += (_, message) =>
        {
            // A refused sign-in is answered with 403, and the browser says so.
            if (message.Type == "error" && !message.Text.Contains("403", StringComparison.Ordinal))
                complaints.Add($"{message.Text} {message.Location}");
        };

        await page.GotoAsync(Authorize(application.Redirect));
        Assert.Equal("Đăng nhập – DanVan", await page.TitleAsync());
        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync("falsch");
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.GetByRole(AriaRole.Alert).WaitForAsync();

        await page.GetByLabel("Tên đăng nhập").FillAsync(userName);
        await page.GetByLabel("Mật khẩu").FillAsync(initial);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đăng nhập" }).ClickAsync();
        await page.GetByLabel("Mật khẩu mới", new() { Exact = true }).FillAsync(Chosen);
        await page.GetByLabel("Nhập lại mật khẩu mới").FillAsync(Chosen);
        await page.GetByRole(AriaRole.Button, new() { Name = "Đổi mật khẩu" }).ClickAsync();
        await page.GetByText("Đã đăng nhập").WaitForAsync();

        var arrived = QueryHelpers.ParseQuery(new Uri(page.Url).Query);
        Assert.Equal("s1", arrived["state"]);
        Assert.Equal(HttpStatusCode.OK, await Redeem(arrived["code"].ToString(), application.Redirect));
        Assert.Empty(foreign);
        Assert.Empty(complaints);
        Assert.Empty(await context.CookiesAsync());
    }

    Uri Gateway => running.Platform.Gateway.Address;

    string Authorize(string redirect) =>
        QueryHelpers.AddQueryString(
            new Uri(Gateway, "oauth/authorize").ToString(),
            new Dictionary<string, string?>
            {
                ["response_type"] = "code",
                ["client_id"] = TestDirectory.App,
                ["redirect_uri"] = redirect,
                ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))),
                ["code_challenge_method"] = "S256",
                ["state"] = "s1",
            }
        );

    async Task<(string UserName, string Password)> Account()
    {
        using var administrator = running.Platform["directory"].As(Root, "directory.admin");
        var userName = $"cb-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(4))}";
        using var answer = await administrator.PostAsJsonAsync("/api/v1/accounts", new { userName, unitId = Root });
        answer.EnsureSuccessStatusCode();
        return (userName, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("password").GetString()!);
    }

    async Task<HttpStatusCode> Redeem(string code, string redirect)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["client_id"] = TestDirectory.App,
            ["code"] = code,
            ["redirect_uri"] = redirect,
            ["code_verifier"] = Verifier,
        };
        using var answer = await running.Platform.Gateway.Http.PostAsync("oauth/token", new FormUrlEncodedContent(form));
        return answer.StatusCode;
    }

    /// <summary>The application that the browser comes back to: a page at another origin than the sign-in.</summary>
    sealed class Application(WebApplication app) : IAsyncDisposable
    {
        public string Redirect => $"{app.Urls.Single()}/signed-in";

        public static async Task<Application> Start()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
            var app = builder.Build();
            app.MapGet("/favicon.ico", () => Results.NoContent());
            app.MapGet("/signed-in", () => Results.Text("Đã đăng nhập", "text/plain", Encoding.UTF8));
            await app.StartAsync();
            return new(app);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
