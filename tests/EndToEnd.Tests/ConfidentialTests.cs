using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

/// <summary>A denunciation counts in reports, and no other system learns that there is one.</summary>
[Collection(WholePlatform.Shared)]
public sealed class ConfidentialTests(WholePlatform platform)
{
    [Fact]
    public async Task A_denunciation_is_counted_and_stands_in_no_feed()
    {
        var denunciation = await platform.ReceivePetition(kind: "TO_CAO");
        var complaint = await platform.ReceivePetition();
        var report = await platform.OpenYearReport(2026);

        // Both came the same way, the complaint after the denunciation: who has the one had the chance to have the other.
        await platform.EventOf(complaint);
        await Eventually.True(
            "the denunciation behind a number of the report",
            async () =>
            {
                var lineage = await platform.Caller.GetFromJsonAsync<JsonNode>($"api/v1/reports/{report}/cells/DT01/lineage?limit=1000");
                var subjects = lineage!["items"]!.AsArray().Select(entry => entry!["subject"]!.GetValue<string>()).ToList();
                return subjects.Contains($"petition/{denunciation}") && subjects.Contains($"petition/{complaint}");
            }
        );
        var feed = await platform.Caller.GetStringAsync("api/v1/events?limit=1000");
        Assert.Contains(complaint, feed, StringComparison.Ordinal);
        Assert.DoesNotContain(denunciation, feed, StringComparison.Ordinal);
        Assert.False(
            await platform
                .Platform["subscriptions"]
                .Database.Scalar<bool>("select exists (select from feed where event like '%' || $1 || '%')", denunciation)
        );
    }
}
