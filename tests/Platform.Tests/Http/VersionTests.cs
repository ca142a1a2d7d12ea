using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Platform.Tests.Http;

public sealed class VersionTests(NotesService notes) : IClassFixture<NotesService>
{
    [Fact]
    public async Task What_is_known_already_is_not_sent_again()
    {
        using var client = notes.Writer();
        var address = await Write(client);
        var first = await client.GetAsync(address);
        Assert.Equal("\"1\"", first.Headers.ETag!.Tag);

        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag } } };
        var second = await client.SendAsync(again);
        Assert.Equal((304, 0), ((int)second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Theory]
    [InlineData("\"1\"", 200)]
    [InlineData("*", 200)]
    [InlineData("\"7\", \"1\"", 200)]
    [InlineData("\"2\"", 412)]
    [InlineData("W/\"1\"", 412)]
    [InlineData("nonsense", 412)]
    [InlineData(null, 428)]
    public async Task A_change_is_made_only_to_the_version_that_was_read(string? ifMatch, int status)
    {
        using var client = notes.Writer();
        var answer = await Rename(client, await Write(client), ifMatch);
        Assert.Equal(status, (int)answer.StatusCode);
        if (status == 200)
            Assert.Equal("\"2\"", answer.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task What_does_not_exist_is_a_problem_in_the_language_of_the_caller()
    {
        using var client = notes.Writer();
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, vi;q=0.5");
        var answer = await client.GetAsync($"/api/v1/notes/{Guid.CreateVersion7()}");
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Not found", problem.GetProperty("title").GetString());
        Assert.Equal("https://danvan.vn/problems/not-found", problem.GetProperty("type").GetString());
        Assert.Equal(32, problem.GetProperty("traceId").GetString()!.Length);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(["en"], answer.Content.Headers.ContentLanguage);
    }

    static async Task<Uri> Write(HttpClient client)
    {
        var answer = await client.PostAsJsonAsync(
            "/api/v1/notes",
            new
            {
                title = "t",
                kind = "MINUTES",
                lines = Array.Empty<object>(),
            }
        );
        return answer.Headers.Location!;
    }

    static async Task<HttpResponseMessage> Rename(HttpClient client, Uri address, string? ifMatch)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"{address}/title")
        {
            Content = JsonContent.Create(new { title = "u" }),
        };
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await client.SendAsync(request);
    }
}
