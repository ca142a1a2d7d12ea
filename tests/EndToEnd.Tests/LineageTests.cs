using System.Net.Http.Json;
using System.Text.Json.Nodes;
using DanVan.Support;

namespace DanVan.EndToEnd.Tests;

[Collection(WholePlatform.Shared)]
public sealed class LineageTests(WholePlatform platform)
{
    [Fact]
    public async Task A_petition_that_was_received_stands_behind_a_number_of_the_year_report()
    {
        var petition = await platform.ReceivePetition();
        var report = await platform.OpenYearReport(2026);

        await Eventually.True(
            "the petition behind the number of petitions received",
            async () =>
            {
                var lineage = await platform.Caller.GetFromJsonAsync<JsonNode>($"api/v1/reports/{report}/cells/DT01/lineage?limit=1000");
                return lineage!["items"]!.AsArray().Any(entry => entry!["subject"]!.GetValue<string>() == $"petition/{petition}");
            }
        );
    }
}
