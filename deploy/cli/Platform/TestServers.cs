using DanVan.Cli.Local;

namespace DanVan.Cli.Platform;

/// <summary>The servers for one run of the tests or of the benchmarks: empty at the start, gone at the end. One run at a time in a clone.</summary>
sealed class TestServers : IAsyncDisposable
{
    readonly IDisposable onlyRun;

    readonly LocalServers servers;

    TestServers(IDisposable onlyRun, LocalServers servers) => (this.onlyRun, this.servers) = (onlyRun, servers);

    public static async Task<TestServers> Start(Steps steps, CancellationToken ct)
    {
        var onlyRun = await FileLock.Take(
            Path.Combine(LocalServers.TestFolder, "run.lock"),
            TimeSpan.FromSeconds(20),
            held =>
                new(
                    $"Another run of tests or benchmarks goes on in this clone: {held}",
                    "Wait for its end, or stop it: Ctrl+C where it runs"
                ),
            ct
        );
        var run = new TestServers(onlyRun, LocalServers.ForTests());
        await run.Clear();
        await run.servers.Start(steps.Say, ct: ct);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        await Clear();
        onlyRun.Dispose();
    }

    /// <summary>Logs stay until the next run: they tell what a failed test cannot.</summary>
    async Task Clear()
    {
        await KillLeftOvers();
        await servers.Purge();
        foreach (var folder in (string[])["run", "blobs"])
            if (Path.Combine(LocalServers.TestFolder, folder) is var path && Directory.Exists(path))
                Directory.Delete(path, recursive: true);
    }

    /// <summary>Services whose tests were cut off.</summary>
    static async Task KillLeftOvers()
    {
        var pids = Path.Combine(LocalServers.TestFolder, "run");
        if (!Directory.Exists(pids))
            return;
        foreach (var name in Directory.EnumerateFiles(pids, "*.pid").Select(Path.GetFileNameWithoutExtension))
            if (name is not ("postgres" or "rabbitmq" or "epmd"))
                await new BackgroundProcess(name!, LocalServers.TestFolder).Kill();
    }
}
