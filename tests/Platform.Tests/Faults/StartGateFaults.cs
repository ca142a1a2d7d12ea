using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Cli.Local;
using DanVan.Support;

namespace DanVan.Platform.Tests.Faults;

/// <summary>A process that is started before others can hear it.</summary>
[Collection(nameof(FaultCollection))]
public sealed class StartGateFaults
{
    [Fact]
    public async Task Who_is_held_takes_requests_and_says_nothing_until_it_is_let_go()
    {
        await using var probe = await Probe.Start();
        await probe.Process.Stop();
        var hold = Path.Combine(PlatformServers.StateFolder, $"hold-{PlatformServers.UniqueSuffix()}");
        await File.WriteAllTextAsync(hold, "");
        var held = probe.Process.Begin(new Dictionary<string, string>(), "migrate", "--then-serve", hold);
        try
        {
            await Eventually.True("it to be prepared", () => Answers("prepared", HttpStatusCode.OK));
            Assert.Equal(10, await probe.WriteMany(10));
            Assert.True(await Answers("ready", HttpStatusCode.ServiceUnavailable));
            var journal = (await (await probe.Process.Http.GetAsync("health/ready")).Content.ReadFromJsonAsync<JsonElement>()).GetProperty(
                "journal"
            );
            Assert.False(journal.GetProperty("leader").GetBoolean());
            Assert.False(journal.GetProperty("consuming").GetBoolean());
            Assert.Equal((10, 0), (await Rows("outbox"), await Rows("journal")));

            File.Delete(hold);
            await Eventually.True("it to be ready", () => Answers("ready", HttpStatusCode.OK));
            await Eventually.True("all to be published", async () => await Rows("outbox") == 0 && await Rows("journal") == 10);
        }
        finally
        {
            await held.Stop(TimeSpan.FromSeconds(5));
        }

        Task<long> Rows(string table) => probe.Database.Scalar<long>($"select count(*) from chassis.{table}");

        async Task<bool> Answers(string state, HttpStatusCode expected)
        {
            try
            {
                using var answer = await probe.Process.Http.GetAsync($"health/{state}");
                return answer.StatusCode == expected;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }
}
