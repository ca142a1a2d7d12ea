using System.Net.Http.Headers;
using System.Net.Http.Json;
using DanVan.Support;

namespace DanVan.Bench.Areas;

/// <summary>The services that take a petition in, behind the gateway, and how one is sent.</summary>
sealed class Intake : IAsyncDisposable
{
    static readonly Guid unit = Guid.Parse("00000000-0000-7000-8000-000000000001");

    Intake(TestPlatform platform)
    {
        Platform = platform;
        Token = TestTokens.For(unit, "petitions.write", "petitions.read");
        Client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 64 }) { BaseAddress = platform.Gateway.Address };
        Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
    }

    public TestPlatform Platform { get; }
    public string Token { get; }
    public HttpClient Client { get; }

    public static object Petition { get; } = new
    {
        kind = "KHIEU_NAI",
        channel = "BUU_CHINH",
        field = "HANH_CHINH",
        receivedOn = "2026-07-10",
        summary = "Đề nghị xem xét lại quyết định thu hồi đất làm đường liên xã, vì diện tích đo đạc không đúng với giấy chứng nhận đã cấp.",
        petitioner = new
        {
            type = "INDIVIDUAL",
            fullName = "Nguyễn Văn Ví Dụ",
            address = "Thôn Ví Dụ, xã Ví Dụ",
        },
    };

    public static async Task<Intake> Start(params string[] others)
    {
        var platform = await TestPlatform.Start(
            ["directory", "petitions", .. others, "gateway"],
            new Dictionary<string, string> { ["Quotas__Classes__standard__Requests"] = "100000000" }
        );
        var intake = new Intake(platform);
        await Eventually.True(
            "petitions to know the root unit",
            async () => (await intake.Send()).IsSuccessStatusCode,
            TimeSpan.FromSeconds(60)
        );
        return intake;
    }

    public async Task<HttpResponseMessage> Send(CancellationToken ct = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/petitions") { Content = JsonContent.Create(Petition) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return await Client.SendAsync(request, ct);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Platform.DisposeAsync();
    }
}
