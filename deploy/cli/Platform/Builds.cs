using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DanVan.Cli.Local;

namespace DanVan.Cli.Platform;

/// <summary>Builds what runs, once per change of its sources.</summary>
static class Builds
{
    public const string Configuration = "Release";

    static readonly string[] ProcessSources = ["services", "gateway"];
    static readonly string[] AllSources = ["services", "gateway", "deploy/cli", "tests"];

    /// <summary>The seven processes.</summary>
    public static Task Processes(CancellationToken ct) =>
        Build(
            "deploy/cli/Processes.slnf",
            ProcessSources,
            Services.WithGateway.Select(service => Services.Program(service, Configuration)),
            ct
        );

    /// <summary>Everything, tests too.</summary>
    public static Task Solution(CancellationToken ct) => Build("DanVan.Platform.sln", AllSources, [], ct);

    /// <summary>The load generator, and what it loads.</summary>
    public static async Task Bench(CancellationToken ct)
    {
        await Processes(ct);
        await Build("tests/bench/Bench.csproj", AllSources, [], ct);
    }

    static async Task Build(string what, string[] sources, IEnumerable<string> results, CancellationToken ct)
    {
        var stamp = Path.Combine(Repository.StateFolder, "builds", Path.GetFileName(what));
        var fingerprint = Fingerprint(sources);
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp, ct) == fingerprint && results.All(File.Exists))
            return;
        using var oneAtATime = await FileLock.Take(Path.Combine(Repository.StateFolder, "build.lock"), ct);
        var environment = new Dictionary<string, string> { ["MSBUILDDISABLENODEREUSE"] = "1", ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1" };
        string[] call =
        [
            "build",
            what,
            "--configuration",
            Configuration,
            "--nologo",
            "--verbosity",
            "quiet",
            "-consoleLoggerParameters:NoSummary",
        ];
        var (code, output) = await Shell.Try("dotnet", call, environment, Repository.Root, ct: ct);
        if (code != 0)
            throw new Failure(
                $"{what} does not build:\n{Errors(output)}",
                "Correct what the compiler says. Where packages are missing: the first build fetches them from the package source that `dotnet nuget list source` names."
            );
        Directory.CreateDirectory(Path.GetDirectoryName(stamp)!);
        await File.WriteAllTextAsync(stamp, fingerprint, ct);
    }

    static string Errors(string output) =>
        output.Split('\n').Where(line => line.Contains("error", StringComparison.Ordinal)).Distinct().Take(20).ToArray()
            is { Length: > 0 } errors
            ? string.Join('\n', errors)
            : output;

    /// <summary>Changes with every file that is added, removed or saved.</summary>
    static string Fingerprint(string[] folders)
    {
        var files = folders
            .Select(folder => new DirectoryInfo(Path.Combine(Repository.Root, folder)))
            .SelectMany(SourceFiles)
            .Concat(new DirectoryInfo(Repository.Root).EnumerateFiles("*.props"))
            .Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.FullName} {file.Length} {file.LastWriteTimeUtc.Ticks}"))
            .Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', files))));
    }

    static IEnumerable<FileInfo> SourceFiles(DirectoryInfo folder) =>
        folder
            .EnumerateFiles()
            .Concat(
                folder.EnumerateDirectories().Where(inner => inner.Name is not ("bin" or "obj" or "node_modules")).SelectMany(SourceFiles)
            );
}
