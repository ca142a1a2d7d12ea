using System.Diagnostics;
using DanVan.Bench.Load;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Bench.Areas;

/// <summary>From nothing running to every process ready, servers and migrations included, and what each process holds when idle.</summary>
public static class StartArea
{
    public static async Task<Figure[]> Measure(Effort effort)
    {
        var servers = await PlatformServers.Running();
        await servers.Stop();
        var watch = Stopwatch.StartNew();
        // As ./danvan up does it: schemas are brought up to date while RabbitMQ starts.
        var databases = new TaskCompletionSource();
        var starting = servers.Start(meanwhile: () =>
        {
            databases.SetResult();
            return Task.CompletedTask;
        });
        await Task.WhenAny(databases.Task, starting);
        await using var platform = await TestPlatform.Start([.. Services.WithGateway], new Dictionary<string, string>(), starting);
        var seconds = watch.Elapsed.TotalSeconds;

        await Task.Delay(TimeSpan.FromSeconds(effort.Seconds * 2)); // Idle is after the start has settled.
        return
        [
            Figure.AtMost("start of a built tree to all ready", "s", 25, seconds),
            .. Services.WithGateway.Select(service => Figure.AtMost($"idle memory of {service} (PSS)", "MB", 180, platform[service].Pss())),
        ];
    }
}
