using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace DanVan.Platform.Tests.Http;

/// <summary>Whatever is sent wrongly is answered with a problem that names it, and nothing changes.</summary>
public sealed class RefusedInputTests(NotesService notes) : IClassFixture<NotesService>
{
    const string Good = """{"title":"t","kind":"MINUTES","lines":[]}""";

    [Fact]
    public async Task Optional_members_may_be_left_out()
    {
        var (status, _) = await Post(Good);
        Assert.Equal(201, status);
    }

    [Theory]
    [InlineData("""{"kind":"MINUTES","lines":[]}""", "title", "missing")]
    [InlineData("""{"title":null,"kind":"MINUTES","lines":[]}""", "title", "null")]
    [InlineData("""{"title":7,"kind":"MINUTES","lines":[]}""", "title", "wrong type")]
    [InlineData("""{"title":"t","title":"u","kind":"MINUTES","lines":[]}""", "title", "twice")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"status":"DONE"}""", "status", "unknown")]
    [InlineData("""{"Title":"t","kind":"MINUTES","lines":[]}""", "Title", "other case")]
    [InlineData("""{"title":"t","kind":"LETTER","lines":[]}""", "kind", "no such enum")]
    [InlineData("""{"title":"t","kind":1,"lines":[]}""", "kind", "enum as number")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[{"words":"a","weight":"5"}]}""", "lines[0].weight", "number as text")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[{"words":"a"},{}]}""", "lines[1].words", "missing inside")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[{"words":"a","weight":10}]}""", "lines[0].weight", "out of range")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[{"words":"a","x":1}]}""", "lines[0].x", "unknown inside")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":{}}""", "lines", "object for list")]
    [InlineData(
        """{"title":"t","kind":"MINUTES","lines":[{"words":"1"},{"words":"2"},{"words":"3"},{"words":"4"}]}""",
        "lines",
        "too many"
    )]
    [InlineData("""{"title":"  ","kind":"MINUTES","lines":[]}""", "title", "blank")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"remark":"12345678901"}""", "remark", "too long")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"remark":""}""", "remark", "blank though optional")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"code":"ab-1"}""", "code", "pattern")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"on":"19/08/2026"}""", "on", "date not ISO")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"count":99999999999}""", "count", "overflow")]
    [InlineData("""{"title":"t","kind":"MINUTES","lines":[],"count":1.5}""", "count", "fraction")]
    [InlineData("""{"title":"a\u0000b","kind":"MINUTES","lines":[]}""", "title", "NUL")]
    [InlineData("""{"title":"a\u0007b","kind":"MINUTES","lines":[]}""", "title", "control character")]
    [InlineData("""{"title":"a\ud800b","kind":"MINUTES","lines":[]}""", "title", "lone surrogate")]
    [InlineData("""[]""", "$", "list for object")]
    [InlineData("""null""", "$", "null")]
    [InlineData("", "$", "empty")]
    public async Task A_wrong_member_is_named(string body, string field, string why)
    {
        var (status, problem) = await Post(body);
        Assert.True(status == 400, $"{why}: {status}");
        Assert.Equal("invalid-request", problem.GetProperty("code").GetString());
        Assert.True(problem.GetProperty("errors").TryGetProperty(field, out var messages), $"{why}: {problem}");
        Assert.DoesNotContain("JSON", messages[0].GetString(), StringComparison.Ordinal); // it is about the member, not about the text as a whole
    }

    [Theory]
    [InlineData("{", "cut off")]
    [InlineData("""{"title":"t",}""", "comma")]
    [InlineData("""{"title":'t'}""", "quotes")]
    public async Task What_is_no_JSON_is_located(string body, string why)
    {
        var (status, problem) = await Post(body);
        Assert.True(status == 400, why);
        Assert.Contains("dòng 1", problem.GetProperty("errors").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_beyond_the_limit_is_refused()
    {
        var (status, _) = await Post($$"""{"title":"t","kind":"MINUTES","lines":{{new string('[', 10_000)}}""");
        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Broken_UTF8_is_refused_by_the_member_that_holds_it()
    {
        var body = Encoding.UTF8.GetBytes("""{"title":"@","kind":"MINUTES","lines":[]}""");
        body[Array.IndexOf(body, (byte)'@')] = 0xC3;
        var (status, problem) = await Post(new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } });
        Assert.Equal(400, status);
        Assert.True(problem.GetProperty("errors").TryGetProperty("title", out _), problem.ToString());
    }

    [Fact]
    public async Task Text_arrives_in_normal_form_C()
    {
        var decomposed = "Thầy giáo".Normalize(NormalizationForm.FormD);
        var (status, note) = await Post($$"""{"title":"{{decomposed}}","kind":"MINUTES","lines":[]}""");
        Assert.Equal((201, "Thầy giáo".Normalize(NormalizationForm.FormC)), (status, note.GetProperty("title").GetString()));
    }

    [Theory]
    [InlineData(10_000_000, true, false)]
    [InlineData(10_000_000, true, true)]
    [InlineData(1_200_000, false, true)]
    public async Task A_body_over_the_limit_is_refused(int length, bool told, bool asksFirst)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"title":"{{new string('a', length)}}"}""");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/notes")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } },
            Headers = { TransferEncodingChunked = !told, ExpectContinue = asksFirst },
        };
        using var client = notes.Writer();
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Equal("body-too-large", (await Json(answer)).GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData(null)]
    public async Task Another_kind_of_body_is_refused(string? type)
    {
        var (status, problem) = await Post(
            new StringContent(Good) { Headers = { ContentType = type is null ? null : new MediaTypeHeaderValue(type) } }
        );
        Assert.Equal((415, "unsupported-media-type"), (status, problem.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("limit=abc", "limit")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=1000000000", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("after=zzz", "after")]
    [InlineData("after=AAAAAAAAAAAAAAAAAAAAAAA", "after")]
    [InlineData("kind=Letter", "kind")]
    [InlineData("kind=0", "kind")]
    [InlineData("kind=Minutes", "kind")]
    [InlineData("from=19-08-2026", "from")]
    [InlineData("from=08/19/2026", "from")]
    [InlineData("q=a%00b", "q")]
    [InlineData("limti=10", "limti")]
    public async Task A_wrong_parameter_is_named(string query, string parameter)
    {
        using var client = notes.Writer();
        using var answer = await client.GetAsync($"/api/v1/notes?{query}");
        var problem = await Json(answer);
        Assert.True((int)answer.StatusCode == 400, $"{query}: {problem}");
        Assert.True(problem.GetProperty("errors").TryGetProperty(parameter, out _), problem.ToString());
    }

    [Theory]
    [InlineData("limit=10")]
    [InlineData("kind=SHORT_NOTE")]
    [InlineData("from=2026-08-19")]
    [InlineData("LIMIT=10")]
    public async Task A_right_parameter_is_taken(string query)
    {
        using var client = notes.Writer();
        using var answer = await client.GetAsync($"/api/v1/notes?{query}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once()
    {
        var (_, problem) = await Post("""{"title":"","kind":"MINUTES","lines":[{"words":""}],"remark":"12345678901"}""");
        Assert.Equal(["title", "lines[0].words", "remark"], problem.GetProperty("errors").EnumerateObject().Select(e => e.Name));
    }

    async Task<(int, JsonElement)> Post(string body) => await Post(new StringContent(body, Encoding.UTF8, "application/json"));

    async Task<(int, JsonElement)> Post(HttpContent body)
    {
        using var client = notes.Writer();
        using var answer = await client.PostAsync("/api/v1/notes", body);
        return ((int)answer.StatusCode, await Json(answer));
    }

    static async Task<JsonElement> Json(HttpResponseMessage answer) => JsonElement.Parse(await answer.Content.ReadAsStringAsync());
}
