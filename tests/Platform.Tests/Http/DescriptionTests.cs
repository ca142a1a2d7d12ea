using System.Text.Json;

namespace DanVan.Platform.Tests.Http;

public sealed class DescriptionTests(NotesService notes) : IClassFixture<NotesService>
{
    [Fact]
    public async Task The_document_says_what_an_operation_takes_and_answers()
    {
        var document = await Document();
        var write = document.GetProperty("paths").GetProperty("/api/v1/notes").GetProperty("post");
        Assert.Equal("writeNote", write.GetProperty("operationId").GetString());
        Assert.Contains("notes.write", write.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["201", "400", "401", "403", "409", "413", "415", "422", "429", "503"],
            write.GetProperty("responses").EnumerateObject().Select(r => r.Name).Order(StringComparer.Ordinal)
        );

        var request = document.GetProperty("components").GetProperty("schemas").GetProperty("WriteNoteRequest");
        Assert.Equal(["title", "kind", "lines"], request.GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        var title = request.GetProperty("properties").GetProperty("title");
        Assert.Equal(
            ("string", 1, 50),
            (title.GetProperty("type").GetString(), title.GetProperty("minLength").GetInt32(), title.GetProperty("maxLength").GetInt32())
        );
    }

    [Fact]
    public async Task What_is_sent_takes_no_further_members_and_what_is_answered_may_grow()
    {
        var schemas = (await Document()).GetProperty("components").GetProperty("schemas");
        Assert.False(schemas.GetProperty("WriteNoteRequest").GetProperty("additionalProperties").GetBoolean());
        Assert.False(schemas.GetProperty("NoteView").TryGetProperty("additionalProperties", out _));
    }

    [Fact]
    public async Task The_example_of_a_request_works_when_sent()
    {
        var document = await Document();
        var example = document
            .GetProperty("paths")
            .GetProperty("/api/v1/notes")
            .GetProperty("post")
            .GetProperty("requestBody")
            .GetProperty("content")
            .GetProperty("application/json")
            .GetProperty("example");
        using var client = notes.Writer();
        var answer = await client.PostAsync(
            "/api/v1/notes",
            new StringContent(example.GetRawText(), System.Text.Encoding.UTF8, "application/json")
        );
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    async Task<JsonElement> Document()
    {
        using var client = notes.WithToken(null);
        var text = await client.GetStringAsync("/openapi.json");
        if (Environment.GetEnvironmentVariable("SHOW") is { } file)
            await File.WriteAllTextAsync(file, text);
        return JsonElement.Parse(text);
    }
}
