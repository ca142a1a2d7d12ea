using System.Diagnostics;
using DanVan.Cli.Local;

namespace DanVan.Platform.Tests.Launcher;

public sealed class BackgroundProcessTests : IDisposable
{
    readonly string folder = System.IO.Directory.CreateTempSubdirectory("danvan-test-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_started_process_is_found_again_by_another_run_of_the_tool()
    {
        var started = new BackgroundProcess("sleeper", folder);
        started.Start(new("sleep", ["60"]));

        var found = new BackgroundProcess("sleeper", folder).Current;

        Assert.NotNull(found);
        await started.Stop(TimeSpan.FromSeconds(5));
        Assert.False(found.IsAlive);
        Assert.Null(new BackgroundProcess("sleeper", folder).Current);
    }

    [Fact]
    public async Task A_stranger_who_got_the_number_of_a_dead_process_is_not_killed()
    {
        using var stranger = Process.Start("sleep", "60");
        var identity = ProcessIdentity.Of(stranger.Id)!;
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "run"));
        (identity with { StartTick = identity.StartTick - 1 }).Write(Path.Combine(folder, "run", "sleeper.pid"));

        await new BackgroundProcess("sleeper", folder).Stop(TimeSpan.FromSeconds(1));

        Assert.True(identity.IsAlive);
        stranger.Kill();
    }

    [Fact]
    public async Task A_paused_process_still_stops()
    {
        var paused = new BackgroundProcess("sleeper", folder);
        paused.Start(new("sleep", ["60"]));
        paused.Current!.Pause();

        await paused.Stop(TimeSpan.FromSeconds(5));

        Assert.Null(paused.Current);
    }

    [Fact]
    public async Task Who_does_not_hear_a_SIGTERM_is_killed_when_patience_ends()
    {
        var deaf = new BackgroundProcess("deaf", folder);
        deaf.Start(new("sh", ["-c", "trap '' TERM; while true; do sleep 1; done"]));
        var identity = deaf.Current!;

        await deaf.Stop(TimeSpan.FromMilliseconds(300));

        Assert.False(identity.IsAlive);
    }

    [Fact]
    public async Task A_process_that_ends_while_starting_is_told_with_the_end_of_its_log()
    {
        var process = new BackgroundProcess("broken", folder);
        process.Start(new("sh", ["-c", "echo the disk is full; sleep 0.2"]));

        await Support.Eventually.True("the process to end", () => process.Current is null);

        Assert.Contains("the disk is full", process.Ended().What, StringComparison.Ordinal);
        Assert.Contains(process.LogFile, process.Ended().Todo, StringComparison.Ordinal);
    }
}
