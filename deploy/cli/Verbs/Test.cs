using System.CommandLine;
using DanVan.Cli.Local;
using DanVan.Cli.Platform;

namespace DanVan.Cli.Verbs;

/// <summary><c>danvan test [area…]</c>: builds once, starts real servers once, runs the areas, ends with one line that sums up.</summary>
static class Test
{
    /// <summary>Needs a container engine and minutes: runs only when it is named.</summary>
    const string Containers = "containers";

    public static Command Verb()
    {
        var areas = new Argument<string[]>("area")
        {
            Description = $"Of: {string.Join(", ", Names)}; all but {Containers} without it",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var noBuild = new Option<bool>("--no-build") { Description = "Test what is already built" };
        var verb = new Command("test", "Run the tests on a real PostgreSQL and RabbitMQ") { areas, noBuild };
        verb.SetAction((call, ct) => Run(Chosen(call.GetValue(areas)!), !call.GetValue(noBuild), ct));
        return verb;
    }

    static IEnumerable<string> Names => TestProject.All.Select(project => project.Area).Append(Containers);

    static string[] Chosen(string[] areas) =>
        areas.Except(Names).ToArray() is { Length: > 0 } unknown
            ? throw new Failure($"There is no test area {string.Join(", ", unknown)}.", $"Areas: {string.Join(", ", Names)}.")
        : areas is [] ? [.. Names.Except([Containers])]
        : areas;

    static async Task<int> Run(string[] areas, bool build, CancellationToken ct)
    {
        var outcomes = new List<TestOutcome>();
        await Steps.Show(async steps =>
        {
            var projects = TestProject.All.Where(project => areas.Contains(project.Area)).ToArray();
            if (projects.Length > 0)
            {
                if (build)
                    await steps.Run("solution built", () => Builds.Solution(ct));
                await RunProjects(projects, steps, outcomes, ct);
            }
            if (areas.Contains(Containers))
                await Report(Containers, () => RunContainers(steps, ct), steps, outcomes);
        });

        var (passed, failed, skipped) = (
            outcomes.Sum(one => one.Passed),
            outcomes.Sum(one => one.Failed),
            outcomes.Sum(one => one.Skipped)
        );
        Console.WriteLine($"{passed} passed, {failed} failed{(skipped > 0 ? $", {skipped} skipped" : "")}");
        return outcomes.All(outcome => outcome.IsGood) ? 0 : 1;
    }

    static async Task RunProjects(TestProject[] projects, Steps steps, List<TestOutcome> outcomes, CancellationToken ct)
    {
        TestServers? servers = null;
        try
        {
            await steps.Run("test servers started", async () => servers = await TestServers.Start(steps, ct));
            foreach (var project in projects.Where(project => project.RunsAlone))
                await RunOne(project);
            // A quarter of the time an area only waits: two of them fill two cores.
            await Parallel.ForEachAsync(
                projects.Where(project => !project.RunsAlone),
                new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = ct },
                async (project, _) => await RunOne(project)
            );
        }
        finally
        {
            if (servers is not null)
                await servers.DisposeAsync();
        }

        Task RunOne(TestProject project) => Report(project.Area, () => project.Run(steps.Say, ct), steps, outcomes);
    }

    static async Task Report(string area, Func<Task<TestOutcome>> run, Steps steps, List<TestOutcome> outcomes)
    {
        var outcome = await steps.Run(area, run, Describe, one => one.IsGood);
        lock (outcomes)
            outcomes.Add(outcome);
        if (!outcome.IsGood)
            steps.Say(outcome.Passed + outcome.Failed == 0 ? $"{area} ran no test:\n{outcome.Output}" : outcome.Output);
    }

    static string Describe(TestOutcome outcome) =>
        $"{outcome.Passed} passed, {outcome.Failed} failed{(outcome.Skipped > 0 ? $", {outcome.Skipped} skipped" : "")}";

    static async Task<TestOutcome> RunContainers(Steps steps, CancellationToken ct)
    {
        var script = Path.Combine(Repository.Root, "deploy", "docker", "test.sh");
        var (code, _) = await Shell.Try(script, [], folder: Repository.Root, onLine: steps.Say, ct: ct);
        return code == 0 ? new(1, 0, 0, "") : new(0, 1, 0, "deploy/docker/test.sh says above what failed.");
    }
}
