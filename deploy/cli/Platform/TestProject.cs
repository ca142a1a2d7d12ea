using System.Globalization;
using System.Xml.Linq;
using DanVan.Cli.Local;

namespace DanVan.Cli.Platform;

/// <summary>One area of tests: a project tests/X.Tests.</summary>
sealed record TestProject(string Area, string Name)
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(12);

    /// <summary>Rules and plumbing first, the whole platform last.</summary>
    static readonly string[] Order =
    [
        "platform",
        "directory",
        "petitions",
        "reporting",
        "conferences",
        "awards",
        "subscriptions",
        "gateway",
        "endtoend",
        "browser",
    ];

    public static IReadOnlyList<TestProject> All { get; } =
    [
        .. Directory
            .EnumerateDirectories(Path.Combine(Repository.Root, "tests"), "*.Tests")
            .Select(folder => Path.GetFileName(folder))
            .Select(name => new TestProject(name[..^".Tests".Length].ToLowerInvariant(), name))
            .OrderBy(project => Array.IndexOf(Order, project.Area) is var place && place < 0 ? Order.Length : place),
    ];

    string Program => Path.Combine(Repository.Root, "tests", Name, "bin", Builds.Configuration, "net10.0", $"{Name}.dll");

    /// <summary>Runs the tests of the built project; calls back with the name of each failed test as it fails.</summary>
    public async Task<TestOutcome> Run(string resultsFolder, Action<string> onFailed, CancellationToken ct)
    {
        var results = Path.Combine(resultsFolder, $"{Area}.xml");
        File.Delete(results);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Limit);
        string[] call = [Program, "-xml", results, "-noLogo", "-noColor"];
        try
        {
            var (_, output) = await Shell.Try("dotnet", call, folder: Path.GetDirectoryName(Program), onLine: Notice, ct: limit.Token);
            return TestOutcome.Read(results, output);
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
sealed record TestOutcome(int Passed, int Failed, int Skipped, string Output)
{
    /// <summary>Nothing run is a failure: a guard that no longer runs must not look like one that holds.</summary>
    public bool IsGood => Failed == 0 && Passed > 0;

    public static TestOutcome Read(string resultsFile, string output)
    {
        if (!File.Exists(resultsFile))
            return new(0, 1, 0, output);
        var assemblies = XDocument.Load(resultsFile).Descendants("assembly").ToArray();
        int Sum(string name) => assemblies.Sum(assembly => int.Parse(assembly.Attribute(name)?.Value ?? "0", CultureInfo.InvariantCulture));
        return new(Sum("passed"), Sum("failed") + Sum("errors"), Sum("skipped"), output);
    }
}
