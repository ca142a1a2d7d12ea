using System.Net.Http.Json;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Reporting.Tests.Following;

/// <summary>A reader of what reports say, from the beginning on.</summary>
sealed class Feed(HttpClient client, string question = "")
{
    readonly List<JsonElement> read = [];

    public string? Cursor { get; private set; }

    /// <summary>What has been read so far, as <c>state code:before→after</c>.</summary>
    public IEnumerable<string> Read => read.Select(Told);

    /// <summary>The changes as they came.</summary>
    public IReadOnlyList<JsonElement> Changes => read;

    public async Task<JsonElement> Page(string? after, int limit)
    {
        using var answer = await client.GetAsync($"api/v1/reports/changes?limit={limit}&after={after}&{question}".Replace("after=&", ""));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Goes on to the end.</summary>
    public async Task<Feed> GoOn(int limit = 100)
    {
        for (var more = true; more; )
        {
            var page = await Page(Cursor, limit);
            read.AddRange(page.GetProperty("changes").EnumerateArray());
            (Cursor, more) = (page.GetProperty("next").GetString(), page.GetProperty("more").GetBoolean());
        }
        return this;
    }

    /// <summary>Reads on until so many changes are there.</summary>
    public Task Has(int count) => Eventually.True($"{count} changes", async () => (await GoOn()).read.Count >= count);

    /// <summary>What a copy would hold that follows the changes: the value of every cell of every report.</summary>
    public Dictionary<(Guid, string), string> Copy()
    {
        var copy = new Dictionary<(Guid, string), string>();
        foreach (var change in read)
        foreach (var cell in change.GetProperty("cells").EnumerateArray())
        {
            var key = (change.GetProperty("reportId").GetGuid(), cell.GetProperty("code").GetString()!);
            if (cell.GetProperty("deleted").GetBoolean())
                copy.Remove(key);
            else
                copy[key] = Said(cell, "after");
        }
        return copy;
    }

    static string Told(JsonElement change) =>
        string.Join(
            ' ',
            change
                .GetProperty("cells")
                .EnumerateArray()
                .Select(cell => $"{cell.GetProperty("code").GetString()}:{Said(cell, "before")}→{Said(cell, "after")}")
                .Prepend(change.GetProperty("state").GetString())
        );

    static string Said(JsonElement cell, string member) =>
        !Corrections.Has(cell, member) ? ""
        : Corrections.Has(cell.GetProperty(member), "number") ? $"{cell.GetProperty(member).GetProperty("number").GetDecimal()}"
        : Corrections.Has(cell.GetProperty(member), "text") ? cell.GetProperty(member).GetProperty("text").GetString()!
        : cell.GetProperty(member).GetProperty("state").GetString()!;
}
