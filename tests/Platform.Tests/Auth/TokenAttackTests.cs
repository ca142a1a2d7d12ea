using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DanVan.Platform.Tests.Http;
using DanVan.Support;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Platform.Tests.Auth;

/// <summary>Tokens that must not be believed, against a running service. Each differs from a good one in one point.</summary>
public sealed class TokenAttackTests(NotesService notes) : IClassFixture<NotesService>
{
    static readonly string Good = TestTokens.For(NotesService.Unit, "notes.read");

    [Fact]
    public async Task A_good_token_is_believed() => Assert.Equal(HttpStatusCode.OK, await Call(Good));

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    [InlineData("")]
    public async Task Without_a_signature(string algorithm)
    {
        var (header, payload, _) = Parts(Good);
        header["alg"] = algorithm;
        await IsRefused($"{Encode(header)}.{Encode(payload)}.");
    }

    [Fact]
    public async Task Signed_with_the_public_key_as_a_secret()
    {
        var (header, payload, _) = Parts(Good);
        header["alg"] = "HS256";
        foreach (var secret in new[] { await File.ReadAllBytesAsync(TestTokens.JwksFile), await Modulus() })
        {
            var text = $"{Encode(header)}.{Encode(payload)}";
            await IsRefused($"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(text)))}");
        }
    }

    [Fact]
    public async Task Signed_by_another_key_under_the_known_key_id()
    {
        using var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa) { KeyId = Parts(Good).Header["kid"]!.GetValue<string>() };
        await IsRefused(TestTokens.Create(NotesService.Unit, ["notes.read"], new TestToken { Key = key }));
    }

    [Fact]
    public async Task Signed_by_an_unknown_key()
    {
        using var rsa = RSA.Create(2048);
        await IsRefused(
            TestTokens.Create(NotesService.Unit, ["notes.read"], new TestToken { Key = new RsaSecurityKey(rsa) { KeyId = "mine" } })
        );
    }

    [Theory]
    [InlineData("jku")]
    [InlineData("x5u")]
    [InlineData("jwk")]
    public async Task Bringing_its_own_key(string member)
    {
        using var rsa = RSA.Create(2048);
        var (header, payload, _) = Parts(Good);
        header["kid"] = "mine";
        header[member] =
            member == "jwk"
                ? JsonNode.Parse(
                    JsonSerializer.Serialize(JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false))))
                )
                : "http://127.0.0.1:9/keys.json";
        var text = $"{Encode(header)}.{Encode(payload)}";
        var signature = rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        await IsRefused($"{text}.{Base64Url.EncodeToString(signature)}");
    }

    [Fact]
    public async Task Expired() => await IsRefused(Token(new TestToken { Lifetime = TimeSpan.FromSeconds(-61) }));

    [Fact]
    public async Task Within_the_skew_of_a_minute_it_is_still_good() =>
        Assert.Equal(HttpStatusCode.OK, await Call(Token(new TestToken { Lifetime = TimeSpan.FromSeconds(-30) })));

    [Fact]
    public async Task For_another_audience() => await IsRefused(Token(new TestToken { Audience = "elsewhere" }));

    [Fact]
    public async Task From_another_issuer() => await IsRefused(Token(new TestToken { Issuer = "https://evil.test" }));

    [Fact]
    public async Task Changed_after_it_was_signed()
    {
        var (_, payload, parts) = Parts(Good);
        payload["scope"] = "notes.read notes.write";
        await IsRefused($"{parts[0]}.{Encode(payload)}.{parts[2]}");
    }

    [Fact]
    public async Task Oversized() => await IsRefused(Good + new string('A', 16 * 1024));

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer a.b")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer ..")]
    [InlineData("Basic dXNlcjpwYXNz")]
    public async Task That_are_no_tokens(string header)
    {
        using var client = notes.WithToken(null);
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/v1/notes/me")).StatusCode);
    }

    [Fact]
    public async Task In_the_query()
    {
        using var client = notes.WithToken(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync($"/api/v1/notes/me?access_token={Good}")).StatusCode);
    }

    [Fact]
    public async Task A_challenge_tells_what_is_needed()
    {
        using var nobody = notes.WithToken(null);
        var answer = await nobody.GetAsync("/api/v1/notes/me");
        Assert.Equal("Bearer", answer.Headers.WwwAuthenticate.Single().Scheme);
        using var reader = notes.As("notes.read");
        var forbidden = await reader.PostAsync("/api/v1/notes", null);
        Assert.Equal(HttpStatusCode.Forbidden, forbidden.StatusCode);
        Assert.Contains("notes.write", await forbidden.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_leads_nowhere_is_not_found_with_a_token_and_tells_nothing_without()
    {
        using var reader = notes.As("notes.read");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/api/v1/nowhere")).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await reader.DeleteAsync("/api/v1/notes")).StatusCode);
        using var nobody = notes.WithToken(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/api/v1/nowhere")).StatusCode);
    }

    async Task IsRefused(string token)
    {
        using var client = notes.WithToken(token);
        var answer = await client.GetAsync("/api/v1/notes/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("invalid_token", answer.Headers.WwwAuthenticate.Single().Parameter, StringComparison.Ordinal);
    }

    async Task<HttpStatusCode> Call(string token)
    {
        using var client = notes.WithToken(token);
        return (await client.GetAsync("/api/v1/notes/me")).StatusCode;
    }

    static string Token(TestToken token) => TestTokens.Create(NotesService.Unit, ["notes.read"], token);

    static async Task<byte[]> Modulus() =>
        Base64Url.DecodeFromChars(JsonNode.Parse(await File.ReadAllTextAsync(TestTokens.JwksFile))!["keys"]![0]!["n"]!.GetValue<string>());

    static (JsonObject Header, JsonObject Payload, string[] Parts) Parts(string token)
    {
        var parts = token.Split('.');
        return (Decode(parts[0]), Decode(parts[1]), parts);
    }

    static JsonObject Decode(string part) => JsonNode.Parse(Base64Url.DecodeFromChars(part))!.AsObject();

    static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
