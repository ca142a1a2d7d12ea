using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.EndToEnd.Tests.Generated;

/// <summary>Holds what reporting's cells say against what the statistics of petitions say, for a unit and a window.</summary>
static class Reconciliation
{
    /// <summary>Which cell is which figure, by papers (đơn) or by cases (vụ việc).</summary>
    static readonly (string Cell, string Figure, bool Papers)[] Pairs =
    [
        ("DT01", "stock.received", true),
        ("DT01.VV", "stock.received", false),
        ("DT02", "accepted", false),
        ("DT03", "done.not-accepted", false),
        ("DT04", "done.guided", false),
        ("DT05", "done.forwarded", false),
        ("DT06", "done.resolved", false),
        ("DT07", "resolved.in-time", false),
        ("DT11", "done.duplicate", true),
        ("DT12", "done.filed", false),
        ("DT13", "done.information", false),
        ("DT14", "done.withdrawn", false),
        ("DT15", "done.stopped", false),
        ("DT16", "stock.reopened", false),
    ];

    static int opened;

    public static async Task<string> Open(HttpClient reporter, Guid unit, string from, string to)
    {
        var period = new JsonObject
        {
            ["regime"] = "ADHOC",
            ["kind"] = "AD_HOC",
            ["year"] = 2026,
            ["index"] = Interlocked.Increment(ref opened),
            ["from"] = from,
            ["to"] = to,
        };
        var report = new JsonObject
        {
            ["form"] = "DANVAN",
            ["unitId"] = unit,
            ["period"] = period,
        };
        using var answer = await reporter.PostAsJsonAsync("api/v1/reports", report);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonNode>())!["id"]!.GetValue<string>();
    }

    /// <summary>Where the two differ; empty when they agree.</summary>
    public static async Task<IReadOnlyList<string>> Drift(HttpClient reporter, string report, Figures figures)
    {
        var cells = await Cells(reporter, report);
        return
        [
            .. from pair in Pairs
            let figure = pair.Papers ? figures.ByCode[pair.Figure].Papers : figures.ByCode[pair.Figure].Cases
            where cells[pair.Cell] != figure
            select $"{pair.Cell} is {cells[pair.Cell]} and {pair.Figure} is {figure}",
        ];
    }

    public static async Task<Dictionary<string, decimal?>> Cells(HttpClient reporter, string report) =>
        (await reporter.GetFromJsonAsync<JsonNode>($"api/v1/reports/{report}/cells"))!["cells"]!
            .AsArray()
            .ToDictionary(cell => cell!["code"]!.GetValue<string>(), cell => (decimal?)cell!["value"]?["number"]);
}
