using System.Net.Http.Json;
using System.Text.Json;

namespace DanVan.Platform.Tests.Http;

public sealed class IdempotencyTests(NotesService notes) : IClassFixture<NotesService>
{
    [Fact]
    public async Task Twenty_concurrent_copies_of_a_request_make_one_row()
    {
        var (key, title) = (Key(), $"slow {Key()}");
        using var client = notes.Writer();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Write(client, key, title)));

        Assert.Equal(1, await notes.CountOf(title));
        Assert.All(answers, a => Assert.Contains((int)a.StatusCode, new[] { 201, 409 }));
        Assert.All(answers.Where(a => (int)a.StatusCode == 409), a => Assert.NotNull(a.Headers.RetryAfter));
        Assert.Single(answers, a => (int)a.StatusCode == 201 && !a.Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task The_first_answer_is_given_again()
    {
        var (key, title) = (Key(), Key());
        using var client = notes.Writer();
        var first = await Write(client, key, title);
        var second = await Write(client, key, title);

        Assert.Equal(await first.Content.ReadAsStringAsync(), await second.Content.ReadAsStringAsync());
        Assert.Equal((201, 201), ((int)first.StatusCode, (int)second.StatusCode));
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        Assert.Equal(["true"], second.Headers.GetValues("Idempotency-Replayed"));
        Assert.Equal(1, await notes.CountOf(title));
    }

    [Fact]
    public async Task A_key_belongs_to_its_first_request()
    {
        var key = Key();
        using var client = notes.Writer();
        await Write(client, key, "one");
        var other = await Write(client, key, "two");
        Assert.Equal((422, "idempotency.other-request"), ((int)other.StatusCode, await CodeOf(other)));
    }

    [Fact]
    public async Task Callers_do_not_share_keys()
    {
        var (key, title) = (Key(), Key());
        using var one = notes.Writer();
        using var two = notes.WithToken(
            Support.TestTokens.Create(NotesService.Unit, ["notes.write"], new Support.TestToken { Subject = "another-client" })
        );
        await Write(one, key, title);
        Assert.Equal(201, (int)(await Write(two, key, title)).StatusCode);
        Assert.Equal(2, await notes.CountOf(title));
    }

    [Theory]
    [InlineData("refused late", 409)]
    [InlineData("broken", 500)]
    public async Task A_request_that_fails_changes_nothing_and_may_be_sent_again(string title, int status)
    {
        var key = Key();
        using var client = notes.Writer();
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var answer = await Write(client, key, title);
            Assert.Equal(status, (int)answer.StatusCode);
            Assert.False(answer.Headers.Contains("Idempotency-Replayed"));
        }
        Assert.Equal(0, await notes.CountOf(title));
    }

    [Fact]
    public async Task After_a_day_the_key_is_free_again()
    {
        var (key, title) = (Key(), Key());
        using var client = notes.Writer();
        await Write(client, key, title);
        await notes.Database.Execute("update chassis.idempotency set created = created - interval '24 hours' where key = $1", key);
        Assert.False((await Write(client, key, title)).Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, await notes.CountOf(title));
        Assert.True((await Write(client, key, title)).Headers.Contains("Idempotency-Replayed"));
    }

    [Fact]
    public async Task A_secret_is_answered_once_and_never_stored()
    {
        var key = Key();
        using var client = notes.Writer();
        var first = await Send(client, "/api/v1/notes/secrets", key, null);
        var second = await Send(client, "/api/v1/notes/secrets", key, null);
        Assert.Equal("\"s3cret\"", await first.Content.ReadAsStringAsync());
        Assert.Equal((409, "idempotency.answer-not-kept"), ((int)second.StatusCode, await CodeOf(second)));
        Assert.Equal(1, await notes.Database.Scalar<long>("select count(*) from chassis.idempotency where key = $1 and body is null", key));
    }

    [Fact]
    public async Task A_secret_of_an_endpoint_that_seals_is_stored_sealed_and_answered_again()
    {
        const string sealed_ = "/api/v1/notes/sealed-secrets";
        var key = Key();
        using var client = notes.Writer();
        await Send(client, sealed_, key, null);
        var second = await Send(client, sealed_, key, null);
        Assert.Equal("\"s3cret\"", await second.Content.ReadAsStringAsync());
        Assert.Equal("no-store", $"{second.Headers.CacheControl}");
        const string holds = "select count(*) from chassis.idempotency where key = $1 and position('s3cret'::bytea in body) > 0";
        Assert.Equal(0, await notes.Database.Scalar<long>(holds, key));

        // What does not open, because its key is gone, was given once.
        await notes.Database.Execute("update chassis.idempotency set body = '\\x00'::bytea || body where key = $1", key);
        var third = await Send(client, sealed_, key, null);
        Assert.Equal((409, "idempotency.answer-not-kept"), ((int)third.StatusCode, await CodeOf(third)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    public async Task A_key_that_is_no_key_is_refused(string key)
    {
        using var client = notes.Writer();
        var answer = await Write(client, key, "t");
        Assert.Equal((400, "idempotency.key-malformed"), ((int)answer.StatusCode, await CodeOf(answer)));
    }

    [Fact]
    public async Task A_key_of_256_characters_is_refused()
    {
        using var client = notes.Writer();
        Assert.Equal(400, (int)(await Write(client, new string('k', 256), "t")).StatusCode);
        Assert.Equal(201, (int)(await Write(client, new string('k', 255), "t")).StatusCode);
    }

    [Fact]
    public async Task Where_the_key_is_demanded_it_must_be_there()
    {
        using var client = notes.Writer();
        var answer = await client.PostAsync("/api/v1/notes/secrets", null);
        Assert.Equal((400, "idempotency.key-required"), ((int)answer.StatusCode, await CodeOf(answer)));
    }

    [Fact]
    public async Task Without_a_token_the_key_must_be_long_enough_not_to_be_guessed()
    {
        using var client = notes.WithToken(null);
        Assert.Equal(400, (int)(await Send(client, "/api/v1/notes/open", "short", new { words = "a" })).StatusCode);
        Assert.Equal(200, (int)(await Send(client, "/api/v1/notes/open", Key(), new { words = "a" })).StatusCode);
    }

    static Task<HttpResponseMessage> Write(HttpClient client, string key, string title) =>
        Send(
            client,
            "/api/v1/notes",
            key,
            new
            {
                title,
                kind = "MINUTES",
                lines = Array.Empty<object>(),
            }
        );

    static async Task<HttpResponseMessage> Send(HttpClient client, string path, string key, object? body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = body is null ? null : JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        return await client.SendAsync(request);
    }

    static async Task<string?> CodeOf(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    static string Key() => Guid.CreateVersion7().ToString();
}
