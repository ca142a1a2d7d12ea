using System.Net.Sockets;
using System.Text;
using DanVan.Support;

namespace DanVan.Gateway.Tests;

/// <summary>
/// Requests that two parsers could read differently, over a raw socket. Whatever the gateway makes of them, a service never sees a
/// request that the caller hid in another one.
/// </summary>
public sealed class SmugglingTests(RunningGateway running)
{
    const string Hidden = "GET /api/v1/petitions/hidden HTTP/1.1\r\nHost: gateway\r\n\r\n";

    /// <summary>The start of a request with a token: request line, Host and Authorization.</summary>
    string Head(string method = "POST") =>
        $"{method} /api/v1/petitions HTTP/1.1\r\nHost: gateway\r\nAuthorization: Bearer {TestTokens.For(RunningGateway.Unit)}\r\n";

    [Fact]
    public Task Content_Length_beside_Transfer_Encoding() =>
        Hides($"{Head()}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{Hidden}");

    [Fact]
    public Task Transfer_Encoding_beside_a_long_Content_Length() =>
        Hides($"{Head()}Transfer-Encoding: chunked\r\nContent-Length: {Hidden.Length + 5}\r\n\r\n0\r\n\r\n{Hidden}");

    [Fact]
    public Task Two_different_Content_Lengths() =>
        IsRefused($"{Head()}Content-Length: 0\r\nContent-Length: {Hidden.Length}\r\n\r\n{Hidden}");

    [Fact]
    public Task A_Content_Length_with_a_sign() => Hides($"{Head()}Content-Length: +{Hidden.Length}\r\n\r\n{Hidden}");

    [Fact]
    public Task A_Content_Length_that_is_a_list() => IsRefused($"{Head()}Content-Length: 0, {Hidden.Length}\r\n\r\n{Hidden}");

    [Theory]
    [InlineData("xchunked")]
    [InlineData("chunked, identity")]
    [InlineData("identity, chunked, identity")]
    public Task A_Transfer_Encoding_that_is_not_chunked_in_the_end(string coding) =>
        IsRefused($"{Head()}Transfer-Encoding: {coding}\r\n\r\n0\r\n\r\n{Hidden}");

    [Fact]
    public Task A_space_before_the_colon() => IsRefused($"{Head()}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{Hidden}");

    [Theory]
    [InlineData("\n")]
    [InlineData("\r")]
    public Task A_line_end_inside_a_chunk_extension(string lineEnd) =>
        Hides($"{Head()}Transfer-Encoding: chunked\r\n\r\n2;{lineEnd}xx\r\n{Hidden.Length:x}\r\n0\r\n\r\n{Hidden}");

    [Fact]
    public Task A_folded_header() => IsRefused($"{Head()}X-A: 1\r\n Transfer-Encoding: chunked\r\n\r\n");

    [Fact]
    public Task Two_Hosts() => IsRefused($"{Head("GET")}Host: other\r\n\r\n");

    [Fact]
    public Task A_NUL_in_a_header() => IsRefused($"{Head("GET")}Accept: a\0b\r\n\r\n");

    [Fact]
    public Task An_absolute_address_of_another_host() =>
        IsRefused("GET http://other/api/v1/petitions/hidden HTTP/1.1\r\nHost: gateway\r\n\r\n");

    [Fact]
    public Task Lines_that_end_without_a_carriage_return() =>
        Hides(Head("GET").Replace("\r\n", "\n", StringComparison.Ordinal) + $"Content-Length: 0\n\n{Hidden}");

    [Fact]
    public async Task An_upgrade_to_HTTP_2_is_not_taken()
    {
        var answer = await Send(
            $"{Head("GET")}Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n\r\n"
        );
        Assert.DoesNotContain(" 101 ", answer);
    }

    [Fact]
    public async Task A_hop_by_hop_claim_does_not_strip_what_the_gateway_says()
    {
        var answer = await Send($"{Head("GET")}Connection: close, X-Forwarded-For, Authorization\r\n\r\n");
        Assert.Contains("\"x-forwarded-for\":\"127.0.0.1\"", answer);
    }

    async Task IsRefused(string request)
    {
        var answer = await Hides(request);
        Assert.Matches("^HTTP/1.1 (400|501) ", answer);
    }

    async Task<string> Hides(string request)
    {
        var answer = await Send(request);
        Assert.DoesNotContain(running.Echo.Requests, x => x.Contains("hidden", StringComparison.Ordinal));
        return answer;
    }

    /// <summary>All that comes back until the gateway closes or falls silent.</summary>
    async Task<string> Send(string request)
    {
        using var socket = new TcpClient("127.0.0.1", running.Gateway.Address.Port);
        var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var silence = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var (answer, buffer) = (new StringBuilder(), new byte[8192]);
        try
        {
            while (await stream.ReadAsync(buffer, silence.Token) is var read and > 0)
                answer.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException)
        {
            // silent, or cut off: what has come counts
        }
        return answer.ToString();
    }
}
