using System.Diagnostics;
using System.Globalization;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Bench.Areas;

/// <summary>From nothing running to every process ready, servers and migrations included, and what each process holds when idle.</summary>
public static class StartArea
{
    public static async Task<Figure[]> Measure(Effort effort)
    {
        await (await PlatformServers.Running()).Stop();
        var watch = Stopwatch.StartNew();
        await (await PlatformServers.Running()).Start();
        await using var platform = await TestPlatform.Start([.. Services.WithGateway]);
        var seconds = watch.Elapsed.TotalSeconds;

        await Task.Delay(TimeSpan.FromSeconds(effort.Seconds * 2)); // Idle is after the start has settled.
        return
        [
            Figure.AtMost("start of a built tree to all ready", "s", 25, seconds),
            .. Services.WithGateway.Select(service => Figure.AtMost($"idle memory of {service} (PSS)", "MB", 180, Pss(platform[service]))),
        ];
    }

    /// <summary>Memory that is the process's own, and its share of what it has in common with others.</summary>
    static double Pss(ServiceProcess process)
    {
        var rollup = File.ReadLines($"/proc/{process.Current!.Pid}/smaps_rollup");
        var line = rollup.First(line => line.StartsWith("Pss:", StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }
}
