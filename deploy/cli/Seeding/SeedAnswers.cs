using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace DanVan.Cli.Seeding;

/// <summary>What the gateway says of the seed content; conferences are named by the number of their article.</summary>
sealed class SeedAnswers(HttpClient gateway, IReadOnlyList<SeedFile> files)
{
    static readonly Dictionary<string, string> Articles = new()
    {
        ["000"] = "seed-conference-2021-07-13-toan-quoc",
        ["001"] = "seed-conference-2022-12-29-dong-thap",
        ["002"] = "seed-conference-2020-01-09-toan-quoc",
        ["003"] = "seed-conference-2022-01-13-toan-quoc",
        ["004"] = "seed-conference-2021-03-26-ha-noi",
    };

    readonly Dictionary<string, string> idByKey = files
        .SelectMany(file => file.Documents)
        .ToDictionary(document => document.IdempotencyKey, document => document.Id);

    public string Id(string key) => idByKey[key];

    public string Conference(string article) => Id(Articles[article]);

    /// <summary>Only of the five articles, whatever else the platform holds.</summary>
    public Task<JsonNode> Statistics(CancellationToken ct) =>
        Get($"api/v1/conferences/statistics?{string.Join('&', Articles.Keys.Select(article => $"id={Conference(article)}"))}", ct);

    public async Task<JsonNode> Get(string path, CancellationToken ct) => (await gateway.GetFromJsonAsync<JsonNode>(path, ct))!;

    /// <summary>The articles of a list of conference ids, in order.</summary>
    public string ArticlesOf(JsonNode? conferences) => ArticlesOf(conferences!.AsArray().Select(id => id!.GetValue<string>()));

    /// <summary>The articles of the conferences that a search finds, in order.</summary>
    public async Task<string> Found(string words, CancellationToken ct)
    {
        var page = await Get($"api/v1/conferences?q={Uri.EscapeDataString(words)}&limit=1000", ct);
        return ArticlesOf(page["items"]!.AsArray().Select(item => item!["id"]!.GetValue<string>()));
    }

    string ArticlesOf(IEnumerable<string> ids) =>
        string.Join(", ", Articles.Keys.Where(article => ids.Contains(Conference(article))).Order(StringComparer.Ordinal));
}
