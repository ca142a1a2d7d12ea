using DanVan.Cli.Seeding;
using DanVan.Support;

namespace DanVan.Conferences.Tests.Slices;

/// <summary>What <c>danvan seed</c> and <c>danvan seed --check</c> do: the whole seed content through the gateway, with the events between the services.</summary>
public sealed class SeedsThroughTheGatewayTests
{
    static readonly string[] Scopes =
    [
        "directory.read",
        "directory.write",
        "people.read",
        "people.write",
        "conferences.read",
        "conferences.write",
        "awards.read",
        "awards.write",
        "awards.decide",
    ];

    [Fact]
    public async Task Seeds_entered_again_change_nothing_and_every_number_is_found()
    {
        await using var platform = await TestPlatform.Start("directory", "conferences", "awards", "gateway");
        using var administrator = platform.Gateway.As(ConferencesRunning.Root, Scopes);

        await Seeds.Load(administrator, _ => { }, default);
        await IsKnownAlready(administrator);
        foreach (var service in new[] { "directory", "conferences", "awards" })
            await platform[service].Database.Execute("delete from chassis.idempotency"); // as after their 24 hours
        await IsKnownAlready(administrator);

        Assert.True(await Seeds.Check(administrator, default));
    }

    static async Task IsKnownAlready(HttpClient administrator)
    {
        var said = new List<string>();
        await Seeds.Load(administrator, said.Add, default);

        Assert.All(said, line => Assert.Contains(": 0 entered", line, StringComparison.Ordinal));
    }
}
