using DanVan.Gateway.Tests;
using DanVan.Support;

[assembly: AssemblyFixture(typeof(RunningGateway))]

namespace DanVan.Gateway.Tests;

/// <summary>The gateway as it runs: before the real event service, and before an echo in place of the petitions. No other service is up.</summary>
public sealed class RunningGateway : IAsyncLifetime
{
    TestPlatform? platform;
    Echo? echo;

    /// <summary>A unit like any other: the gateway does not look at it.</summary>
    public static readonly Guid Unit = Guid.CreateVersion7();

    public ServiceProcess Gateway => platform!.Gateway;
    public ServiceProcess Subscriptions => platform!["subscriptions"];
    public Echo Echo => echo!;

    /// <summary>A caller with a token, of the name of the test so that quotas do not meet.</summary>
    public HttpClient Caller([System.Runtime.CompilerServices.CallerMemberName] string subject = "") =>
        Gateway.WithToken(TestTokens.Create(Unit, ["events.read", "petitions.read"], new() { Subject = subject }));

    public async ValueTask InitializeAsync()
    {
        echo = await Echo.Start();
        var settings = new Dictionary<string, string>
        {
            ["ReverseProxy__Clusters__petitions__Destinations__1__Address"] = echo.Url,
            ["Quotas__Clients__small"] = "small",
            ["Quotas__Classes__small__Requests"] = "5",
            ["Quotas__Classes__small__Seconds"] = "3600",
            ["Quotas__Classes__anonymous__Requests"] = "100000",
            ["Reference__RefreshSeconds"] = "1",
        };
        platform = await TestPlatform.Start(["subscriptions", "gateway"], settings);
    }

    public async ValueTask DisposeAsync()
    {
        if (platform is not null)
            await platform.DisposeAsync();
        if (echo is not null)
            await echo.DisposeAsync();
    }
}
