using System.Net;
using DanVan.Support;

namespace DanVan.Gateway.Tests;

public sealed class BalancingTests(RunningGateway running)
{
    [Fact]
    public async Task A_dead_instance_is_taken_out_while_the_other_serves_and_comes_back_when_it_lives()
    {
        await using var second = await running.Subscriptions.Replica();
        await using var gateway = await running.Gateway.Replica();
        await gateway.Restart(
            new Dictionary<string, string>
            {
                ["ReverseProxy__Clusters__subscriptions__Destinations__2__Address"] = second.Address.ToString(),
            }
        );
        var caller = gateway.As(RunningGateway.Unit, "events.read");
        Assert.True(await Answers(caller, 20));

        await second.Kill();
        await Eventually.True("twenty answers in a row", () => Answers(caller, 20));
        Assert.True(await Answers(caller, 100));

        await second.Restart();
        await running.Subscriptions.Stop();
        await Eventually.True("the revived instance serves alone", () => Answers(caller, 20));
        await running.Subscriptions.Restart();
    }

    static async Task<bool> Answers(HttpClient caller, int times)
    {
        for (var i = 0; i < times; i++)
        {
            using var answer = await caller.GetAsync("api/v1/event-types");
            if (answer.StatusCode != HttpStatusCode.OK)
                return false;
        }
        return true;
    }
}
