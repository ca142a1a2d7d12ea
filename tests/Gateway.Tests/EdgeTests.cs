using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using DanVan.Support;

namespace DanVan.Gateway.Tests;

public sealed class EdgeTests(RunningGateway running)
{
    [Theory]
    [InlineData("X-User-Id", "root")]
    [InlineData("X-Unit-Id", "00000000-0000-7000-8000-000000000001")]
    [InlineData("Forwarded", "for=6.6.6.6")]
    [InlineData("X-Original-URL", "/api/v1/clients")]
    [InlineData("X-Rewrite-URL", "/api/v1/clients")]
    [InlineData("X-HTTP-Method-Override", "DELETE")]
    [InlineData("Cookie", "session=1")]
    [InlineData("Proxy-Authorization", "Basic eDp5")]
    public async Task A_header_that_is_not_on_the_list_stays_outside(string name, string value)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/petitions/1");
        request.Headers.TryAddWithoutValidation(name, value);
        Assert.False((await Seen(request)).TryGetProperty(name.ToLowerInvariant(), out _));
    }

    [Fact]
    public async Task Who_calls_and_from_where_is_told_by_the_gateway_alone()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/petitions/1");
        request.Headers.TryAddWithoutValidation("X-Forwarded-For", "6.6.6.6");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Host", "evil.example");
        request.Headers.TryAddWithoutValidation("X-Forwarded-Prefix", "/evil");
        var seen = await Seen(request);
        Assert.Equal("127.0.0.1", seen.GetProperty("x-forwarded-for").GetString());
        Assert.StartsWith("127.0.0.1:", seen.GetProperty("x-forwarded-host").GetString());
        Assert.False(seen.TryGetProperty("x-forwarded-prefix", out _));
    }

    [Fact]
    public async Task The_headers_that_mean_something_pass()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/petitions") { Content = JsonContent.Create(new { }) };
        var trace = "0af7651916cd43dd8448eb211c80319c";
        request.Headers.TryAddWithoutValidation("traceparent", $"00-{trace}-b7ad6b7169203331-01");
        request.Headers.TryAddWithoutValidation("Idempotency-Key", "k1");
        request.Headers.TryAddWithoutValidation("If-Match", "\"3\"");
        request.Headers.TryAddWithoutValidation("Accept-Language", "en");
        var seen = await Seen(request);
        Assert.Contains(trace, seen.GetProperty("traceparent").GetString());
        Assert.Equal("k1", seen.GetProperty("idempotency-key").GetString());
        Assert.Equal("\"3\"", seen.GetProperty("if-match").GetString());
        Assert.Equal("en", seen.GetProperty("accept-language").GetString());
        Assert.StartsWith("Bearer ", seen.GetProperty("authorization").GetString());
    }

    [Fact]
    public async Task An_answer_does_not_name_its_server_and_is_not_to_be_guessed_at()
    {
        using var answer = await running.Caller().GetAsync("api/v1/petitions/1");
        Assert.False(answer.Headers.Contains("Server"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("vi", "Chưa xác thực")]
    [InlineData("en", "Unauthenticated")]
    public async Task Without_a_token_the_answer_is_a_problem_in_the_callers_language(string language, string title)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v1/events");
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await running.Gateway.Http.SendAsync(request);
        await IsProblem(answer, HttpStatusCode.Unauthorized, "unauthenticated", title);
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task A_token_that_is_none_ends_at_the_gateway()
    {
        using var answer = await running
            .Gateway.WithToken("eyJhbGciOiJub25lIn0.eyJzdWIiOiJyb290In0.")
            .GetAsync("api/v1/petitions/unsigned");
        await IsProblem(answer, HttpStatusCode.Unauthorized, "invalid-token");
        Assert.DoesNotContain(running.Echo.Requests, x => x.Contains("unsigned", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("api/v1/nothing-here")]
    [InlineData("internal/secrets")]
    [InlineData("api/v1/petitionsx")]
    public async Task What_no_route_takes_is_not_found(string path)
    {
        using var answer = await running.Caller().GetAsync(path);
        await IsProblem(answer, HttpStatusCode.NotFound, "not-found");
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("CONNECT-ME")]
    [InlineData("PROPFIND")]
    public async Task A_method_that_nobody_takes_is_turned_away(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), "api/v1/petitions/1");
        using var answer = await running.Caller().SendAsync(request);
        await IsProblem(answer, HttpStatusCode.MethodNotAllowed, "method-not-allowed");
    }

    [Fact]
    public async Task Where_no_instance_of_a_service_is_up_the_answer_says_when_to_try_again()
    {
        using var answer = await running.Caller().GetAsync("api/v1/awards");
        await IsProblem(answer, HttpStatusCode.ServiceUnavailable, "unavailable");
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_beyond_the_limit_is_refused_announced_or_not(bool chunked)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/v1/petitions")
        {
            Content = new ByteArrayContent(new byte[(1 << 20) + 1]),
        };
        // The caller waits for leave to send, so that the refusal cannot get lost in a broken connection.
        request.Headers.ExpectContinue = true;
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await running.Caller().SendAsync(request);
        await IsProblem(answer, HttpStatusCode.RequestEntityTooLarge, "body-too-large");
    }

    /// <summary>A sender that reads only when it has sent everything: an answer before the end would be lost in a broken connection.</summary>
    [Theory]
    [InlineData("api/v1/petitions", false)]
    [InlineData("api/v1/petitions", true)]
    // A route with a limit of its own.
    [InlineData("open311/v2/requests", false)]
    [InlineData("open311/v2/requests", true)]
    public async Task A_sender_of_ten_megabytes_hears_why_they_are_refused(string path, bool chunked)
    {
        using var socket = new TcpClient("127.0.0.1", running.Gateway.Address.Port);
        var stream = socket.GetStream();
        var length = chunked ? "Transfer-Encoding: chunked" : $"Content-Length: {10 << 20}";
        var head =
            $"POST /{path} HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {TestTokens.For(RunningGateway.Unit)}\r\n"
            + $"Content-Type: application/json\r\n{length}\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        var part = new byte[1 << 20];
        for (var sent = 0; sent < 10; sent++)
        {
            if (chunked)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"{part.Length:x}\r\n"));
            await stream.WriteAsync(part);
            if (chunked)
                await stream.WriteAsync("\r\n"u8.ToArray());
        }
        if (chunked)
            await stream.WriteAsync("0\r\n\r\n"u8.ToArray());

        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 413 ", await reader.ReadLineAsync());
    }

    [Fact]
    public async Task An_import_may_be_larger()
    {
        using var file = new ByteArrayContent(new byte[2 << 20]);
        using var answer = await running.Caller().PostAsync("api/v1/units/imports", file);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode); // the directory is not up here; the size was no matter
    }

    async Task<JsonElement> Seen(HttpRequestMessage request)
    {
        using var answer = await running.Caller().SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("headers");
    }

    static async Task IsProblem(HttpResponseMessage answer, HttpStatusCode status, string code, string? title = null)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
        if (title is not null)
            Assert.Equal(title, problem.GetProperty("title").GetString());
    }
}
