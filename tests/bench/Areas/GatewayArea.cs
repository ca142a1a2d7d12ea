using DanVan.Bench.Load;
using DanVan.Bench.Peers;
using DanVan.Support;

namespace DanVan.Bench.Areas;

/// <summary>A small answer through the gateway with token check, quota and every limit on, beside proxies that do nothing but pass on.</summary>
public static class GatewayArea
{
    const int Connections = 32;
    static readonly Guid unit = Guid.Parse("00000000-0000-7000-8000-000000000001");

    public static async Task<Figure[]> Measure(Effort effort)
    {
        await using var upstream = await Peer.Start("upstream");
        await using var yarp = await Peer.Start("yarp", upstream.Address.ToString());
        await using var nginx = await Nginx.Start(upstream.Address);
        await using var platform = await TestPlatform.Start(
            ["gateway"],
            new Dictionary<string, string>
            {
                ["ReverseProxy__Clusters__directory__Destinations__1__Address"] = upstream.Address.ToString(),
                ["Quotas__Classes__standard__Requests"] = "100000000",
            }
        );
        var token = TestTokens.For(unit, "directory.read");
        Task<double> Rate(Uri address, int seconds) => Wrk.Rate(new Uri(address, "/api/v1/units/x"), Connections, seconds, token);

        foreach (var address in (Uri[])[platform.Gateway.Address, yarp.Address, nginx.Address])
            await Rate(address, effort == Effort.Full ? 10 : 4);
        var besideYarp = new List<Round>();
        var besideNginx = new List<Round>();
        for (var i = 0; i < effort.Rounds; i++)
        {
            var ours = await Rate(platform.Gateway.Address, effort.Seconds);
            besideYarp.Add(new Round(ours, await Rate(yarp.Address, effort.Seconds)));
            besideNginx.Add(new Round(ours, await Rate(nginx.Address, effort.Seconds)));
        }
        return
        [
            new Figure("gateway, small answer, 32 connections", "bare YARP", "requests/s", besideYarp, 0.80),
            new Figure("gateway, small answer, 32 connections", "nginx proxy_pass", "requests/s", besideNginx, 0.50),
        ];
    }
}
