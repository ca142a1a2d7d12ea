using System.CommandLine;
using System.Diagnostics;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan bench [area…] [--quick] [--json]</c>: each figure beside its baseline, taken in the same run on the same machine.</summary>
static class Bench
{
    public static Command Verb()
    {
        var areas = new Argument<string[]>("area") { Description = "All without it", Arity = ArgumentArity.ZeroOrMore };
        var quick = new Option<bool>("--quick") { Description = "At most a minute an area" };
        var json = new Option<bool>("--json") { Description = "Print the figures as JSON" };
        var noBuild = new Option<bool>("--no-build") { Description = "Measure what is already built" };
        var verb = new Command("bench", "Measure; exit code 1 when a figure falls short") { areas, quick, json, noBuild };
        verb.SetAction(
            (call, ct) =>
            {
                string[] words =
                [
                    .. call.GetValue(areas)!,
                    .. call.GetValue(quick) ? ["--quick"] : Array.Empty<string>(),
                    .. call.GetValue(json) ? ["--json"] : Array.Empty<string>(),
                ];
                return Run(words, quiet: call.GetValue(json), build: !call.GetValue(noBuild), ct);
            }
        );
        return verb;
    }

    static async Task<int> Run(string[] words, bool quiet, bool build, CancellationToken ct)
    {
        TestServers? servers = null;
        Task Prepare(Steps steps) =>
            Task.WhenAll(
                build ? steps.Run("built", () => Builds.Bench(ct)) : Task.CompletedTask,
                steps.Run("servers started", async () => servers = await TestServers.Start(steps, ct))
            );
        try
        {
            await (quiet ? Prepare(Steps.Silent) : Steps.Show(Prepare));
            var program = Path.Combine(Repository.Root, "tests", "bench", "bin", Builds.Configuration, "net10.0", "bench.dll");
            using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. words]))!;
            await process.WaitForExitAsync(ct);
            return process.ExitCode;
        }
        finally
        {
            if (servers is not null)
                await servers.DisposeAsync();
        }
    }
}
