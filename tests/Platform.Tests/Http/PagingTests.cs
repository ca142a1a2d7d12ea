using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Platform.Tests.Http;

public sealed class PagingTests(NotesService notes) : IClassFixture<NotesService>
{
    [Fact]
    public async Task Following_the_links_shows_every_item_once_though_others_come_and_go()
    {
        using var client = notes.Writer();
        var mark = Guid.CreateVersion7().ToString();
        for (var i = 0; i < 7; i++)
            await Write(client, mark);

        var seen = new List<string>();
        var next = $"/api/v1/notes?q={mark}&limit=3";
        for (var pages = 0; next is not null; pages++)
        {
            var answer = await client.GetAsync(next);
            var page = await answer.Content.ReadFromJsonAsync<JsonElement>();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            next = answer.Headers.TryGetValues("Link", out var link) ? link.Single().Split('<', '>')[1] : null;
            Assert.Equal(next is null, page.GetProperty("next").ValueKind == JsonValueKind.Null);
            if (pages == 0)
                await notes.Database.Execute("delete from notes where id = $1", Guid.Parse(seen[0])); // a page number would skip one now
            if (pages == 1)
                await Write(client, mark);
        }
        Assert.Equal(8, seen.Distinct().Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    static async Task Write(HttpClient client, string title) =>
        (
            await client.PostAsJsonAsync(
                "/api/v1/notes",
                new
                {
                    title,
                    kind = "MINUTES",
                    lines = Array.Empty<object>(),
                }
            )
        ).EnsureSuccessStatusCode();
}
