using System.CommandLine;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;
using DanVan.Cli.Seeding;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan up</c>: from a clone to a running platform with its seed content. Run again, it repairs what is missing.</summary>
static class Up
{
    public static Command Verb()
    {
        var noBuild = new Option<bool>("--no-build") { Description = "Run what is already built" };
        var noSeed = new Option<bool>("--no-seed") { Description = "Leave the databases without the seed content" };
        var verb = new Command("up", "Start everything and wait until it is ready") { noBuild, noSeed };
        verb.SetAction(
            async (call, ct) => await Run(LocalPlatform.Here(), build: !call.GetValue(noBuild), seed: !call.GetValue(noSeed), ct) ? 0 : 1
        );
        return verb;
    }

    static async Task<bool> Run(LocalPlatform platform, bool build, bool seed, CancellationToken ct)
    {
        await Steps.Show(async steps =>
        {
            // Nothing waits for the eight seconds that RabbitMQ takes to start but what needs it.
            var built = build ? steps.Run("services and gateway built", () => Builds.Processes(ct)) : Task.CompletedTask;
            await steps.Run(
                $"PostgreSQL on port {platform.Ports.Postgres}, RabbitMQ on {platform.Ports.Amqp}",
                () => platform.Servers.Start(steps.Say, () => StartHeld(platform, built, ct), ct)
            );
            await steps.Run(
                "schemas and queues up to date",
                () => ForEach(Services.All, service => platform.WaitUntilPrepared(service, ct))
            );
            platform.Release();
            await steps.Run("services ready", () => ForEach(Services.All, service => platform.WaitUntilReady(service, ct)));
            // Last: a gateway that finds a service away keeps it out for its first seconds.
            await steps.Run("gateway ready", () => StartAndWait(platform, Services.Gateway, ct));
            if (seed)
                await steps.Run("seed content entered", () => EnterSeeds(platform, steps, ct));
        });
        var complete = !seed || await CheckSeeds(platform, ct);
        await Welcome.Print(platform, ct);
        return complete;
    }

    /// <summary>Starts the services that do not run as they are built now.</summary>
    static async Task StartHeld(LocalPlatform platform, Task built, CancellationToken ct)
    {
        platform.RememberPorts();
        foreach (var service in Services.All)
            await platform.EnsureDatabase(service, ct);
        await built;
        await ForEach(Services.All, service => platform.StartHeld(service, ct));
    }

    static async Task StartAndWait(LocalPlatform platform, string service, CancellationToken ct)
    {
        await platform.Start(service, ct);
        await platform.WaitUntilReady(service, ct);
    }

    static async Task EnterSeeds(LocalPlatform platform, Steps steps, CancellationToken ct)
    {
        using var gateway = AccessTokens.Client(platform);
        await Seeds.Load(gateway, steps.Say, ct);
    }

    static async Task<bool> CheckSeeds(LocalPlatform platform, CancellationToken ct)
    {
        using var gateway = AccessTokens.Client(platform);
        return await Seeds.Check(gateway, ct);
    }

    static Task ForEach(IEnumerable<string> services, Func<string, Task> act) =>
        Task.WhenAll(services.Select(async service => await act(service)));
}
