using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary>What <c>danvan up</c> says at the end: where everything is, and a first request.</summary>
static class Welcome
{
    public static async Task Print(LocalPlatform platform, CancellationToken ct)
    {
        var token = await AccessTokens.Get(platform, null, null, ct);
        var gateway = platform.GatewayAddress;
        Console.WriteLine(
            $"""

            DanVan Platform   {gateway}
            API reference     {gateway}docs
            OpenAPI           {gateway}openapi.json
            RabbitMQ          {platform.Servers.Rabbit.ManagementUri} (admin, password in {Path.Combine(
                Repository.StateFolder,
                "secrets.json"
            )})
            PostgreSQL        127.0.0.1:{platform.Ports.Postgres}, databases danvan_<service>
            Logs              ./danvan logs <service>

            A token of the administrator, good for {token.Lifetime.TotalMinutes:0} minutes (another: ./danvan token):
            {token.Value}

            Try:
            curl -s -H "Authorization: Bearer $(./danvan token)" {gateway}api/v1/petitions
            """
        );
    }
}
