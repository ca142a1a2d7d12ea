using System.Diagnostics;

namespace DanVan.Cli.Seeding;

/// <summary>A number that the seed content stands for.</summary>
/// <param name="What">What is asked.</param>
/// <param name="Expected">The answer that the articles give.</param>
/// <param name="Find">Asks the API.</param>
/// <param name="ByEvent">The answer comes from another service by an event, so it may take a moment.</param>
sealed record SeedQuestion(string What, string Expected, Func<CancellationToken, Task<string>> Find, bool ByEvent = false)
{
    static readonly TimeSpan PatienceForEvents = TimeSpan.FromSeconds(30);

    public async Task<SeedOutcome> Ask(CancellationToken ct)
    {
        for (var watch = Stopwatch.StartNew(); ; await Task.Delay(250, ct))
        {
            var outcome = new SeedOutcome(What, Expected, await FindOrSay(ct));
            if (outcome.IsEqual || !ByEvent || watch.Elapsed > PatienceForEvents)
                return outcome;
        }
    }

    // What is not there at all is a difference like any other: the rest is still asked.
    async Task<string> FindOrSay(CancellationToken ct)
    {
        try
        {
            return await Find(ct);
        }
        catch (HttpRequestException e)
        {
            return e.StatusCode is { } status ? $"no answer: {(int)status}" : throw Unreachable(e);
        }
    }

    static Failure Unreachable(HttpRequestException e) => new("The gateway does not answer.", "Start the platform: ./danvan up", e);
}

/// <summary>Expected beside found.</summary>
sealed record SeedOutcome(string What, string Expected, string Found)
{
    public bool IsEqual => Expected == Found;
}
