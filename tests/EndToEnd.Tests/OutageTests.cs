using System.Net;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

/// <summary>Any one service may be away: the others go on, and it catches up.</summary>
[Collection(WholePlatform.Shared)]
public sealed class OutageTests(WholePlatform platform)
{
    static readonly Dictionary<string, string> Lists = new()
    {
        ["directory"] = "api/v1/units",
        ["petitions"] = "api/v1/petitions",
        ["reporting"] = "api/v1/forms",
        ["conferences"] = "api/v1/conferences",
        ["awards"] = "api/v1/awards/movements",
        ["subscriptions"] = "api/v1/events",
    };

    public static TheoryData<string> All => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public async Task The_others_serve_while_one_is_away_and_it_comes_back(string away)
    {
        await platform.Platform[away].Kill();
        try
        {
            await Eventually.True(
                $"the gateway to say that {away} is away",
                async () => await platform.Try(Lists[away]) == HttpStatusCode.ServiceUnavailable
            );
            foreach (var (service, list) in Lists.Where(other => other.Key != away))
                Assert.Equal((service, HttpStatusCode.OK), (service, await platform.Try(list)));
        }
        finally
        {
            await platform.Platform[away].Restart();
        }
        await Eventually.True($"{away} to be reached again", async () => await platform.Try(Lists[away]) == HttpStatusCode.OK);
    }

    [Fact]
    public async Task Petitions_are_taken_while_the_directory_is_away()
    {
        await platform.ReceivePetition();
        await platform.Platform["directory"].Stop();
        try
        {
            await platform.ReceivePetition();
        }
        finally
        {
            await platform.Platform["directory"].Restart();
        }
    }

    [Fact]
    public async Task What_happened_while_a_service_was_away_reaches_it_afterwards()
    {
        await platform.Platform["subscriptions"].Stop();
        string petition;
        try
        {
            petition = await platform.ReceivePetition();
        }
        finally
        {
            await platform.Platform["subscriptions"].Restart();
        }

        await platform.EventOf(petition);
    }
}
