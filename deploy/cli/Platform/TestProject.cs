using System.Globalization;
using System.Text.RegularExpressions;
using DanVan.Cli.Local;

namespace DanVan.Cli.Platform;

/// <summary>One area of tests: a project tests/X.Tests.</summary>
sealed record TestProject(string Area, string Name)
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    /// <summary>Processes that live for seconds are never fast enough to earn their profiles back: 13 % of the processor time of a class.</summary>
    static readonly Dictionary<string, string> WithoutProfiles = new() { ["DOTNET_TieredPGO"] = "0" };

    /// <summary>What runs alone first, from the plumbing to the whole platform; then services.</summary>
    static readonly string[] Order =
    [
        "platform",
        "endtoend",
        "browser",
        "directory",
        "petitions",
        "reporting",
        "conferences",
        "awards",
        "subscriptions",
        "gateway",
    ];

    /// <summary>Every area that has tests; a project without a source is no area yet.</summary>
    public static IReadOnlyList<TestProject> All { get; } =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "tests"), "*.Tests")
            .Where(HasSources)
            .Select(folder => Path.GetFileName(folder))
            .Select(name => new TestProject(name[..^".Tests".Length].ToLowerInvariant(), name))
            .OrderBy(project => Array.IndexOf(Order, project.Area) is var place && place < 0 ? Order.Length : place),
    ];

    /// <summary>
    /// Whether nothing may run beside it: the plumbing's tests stop the broker that all share, and the whole platform at once is enough for a small machine.
    /// </summary>
    public bool RunsAlone => Area is "platform" or "endtoend" or "browser";

    static bool HasSources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs").Any()
        || Directory.EnumerateDirectories(folder).Any(inner => Path.GetFileName(inner) is not ("bin" or "obj") && HasSources(inner));

    string Program => Path.Combine(Repository.Root, "tests", Name, "bin", Builds.Configuration, "net10.0", $"{Name}.dll");

    /// <summary>Runs the tests of the built project; calls back with the name of each failed test as it fails.</summary>
    public async Task<TestOutcome> Run(Action<string> onFailed, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        string[] call = [Program, "-noLogo", "-noColor"];
        try
        {
            var (_, output) = await Shell.Try("dotnet", call, WithoutProfiles, Path.GetDirectoryName(Program), Notice, limit.Token);
            return TestOutcome.Read(output);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new(0, 1, 0, $"Cut off after {Limit.TotalMinutes} minutes.");
        }

        void Notice(string line)
        {
            if (line.EndsWith("[FAIL]", StringComparison.Ordinal))
                onFailed(line.Trim());
        }
    }
}

/// <summary>How many tests ended how, and what the runner printed.</summary>
sealed partial record TestOutcome(int Passed, int Failed, int Skipped, string Output)
{
    /// <summary>Nothing run is a failure: a guard that no longer runs must not look like one that holds.</summary>
    public bool IsGood => Failed == 0 && Passed > 0;

    /// <summary>Takes the counts from the runner's last line; a runner without one has crashed.</summary>
    public static TestOutcome Read(string output)
    {
        if (Summary().Matches(output) is not [.., var last])
            return new(0, 1, 0, output);
        int Count(string name) => int.Parse(last.Groups[name].Value, CultureInfo.InvariantCulture);
        var (failed, skipped) = (Count("failed"), Count("skipped") + Count("notRun"));
        return new(Count("total") - failed - skipped, failed + Count("errors"), skipped, output);
    }

    [GeneratedRegex(
        @"Total: (?<total>\d+), Errors: (?<errors>\d+), Failed: (?<failed>\d+), Skipped: (?<skipped>\d+), Not Run: (?<notRun>\d+)"
    )]
    private static partial Regex Summary();
}
