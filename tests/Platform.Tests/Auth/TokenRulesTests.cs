using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Platform.Tests.Auth;

/// <summary>Rules that a signature alone does not settle: every token here is signed by the issuer's own key.</summary>
public sealed class TokenRulesTests : IDisposable
{
    const string Issuer = "https://issuer.rules";
    static readonly AuthenticateResult Somebody = AuthenticateResult.Success(new(new(), "Bearer"));

    readonly RSA rsa = RSA.Create(2048);
    readonly string jwks = Path.GetTempFileName();
    readonly TokenChecks checks;

    public TokenRulesTests()
    {
        WriteKeys("one");
        var options = new AuthOptions { Audience = "danvan", Issuers = [new() { Issuer = Issuer, JwksFile = jwks }] };
        checks = new TokenChecks(Options.Create(options), new NoHttp(), TimeProvider.System);
    }

    [Fact]
    public async Task A_token_becomes_its_caller()
    {
        var unit = Guid.CreateVersion7();
        var result = await Check(
            """{"alg":"RS256","kid":"one","typ":"at+jwt"}""",
            Claims($$""" "scope":"a.read a.write","unit":"{{unit}}" """)
        );
        var caller = Caller.Of(result!.Principal!);
        Assert.Equal(("me", unit, Issuer), (caller.Subject, caller.UnitId, caller.Issuer));
        Assert.True(caller.Has("a.write") && !caller.Has("a.decide"));
    }

    [Theory]
    [InlineData("""{"alg":"RS256","kid":"one","typ":"id+jwt"}""", "an ID token")]
    [InlineData("""{"alg":"RS256","kid":"one","typ":"logout+jwt"}""", "a logout token")]
    [InlineData("""{"alg":"RS512","kid":"one"}""", "an algorithm that was not allowed")]
    [InlineData("""{"alg":"RS256","kid":"two"}""", "an unknown key id")]
    [InlineData("""{"alg":"RS256","kid":"one","kid":"one"}""", "a header that says a thing twice")]
    [InlineData("""{"alg":"RS256","kid":["one"]}""", "a key id that is a list")]
    [InlineData("""{"alg":5,"kid":"one"}""", "an algorithm that is a number")]
    [InlineData("""{"alg":"RS256","kid":"one","typ":7}""", "a type that is a number")]
    [InlineData("""["RS256"]""", "a header that is a list")]
    public async Task Refused_by_its_header(string header, string why) => Assert.True(await Check(header, Claims("")) is null, why);

    [Theory]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me"}""", "without an end")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","exp":9999999999}""", "without a subject")]
    [InlineData("""{"iss":"https://issuer.rules","sub":"me","exp":9999999999}""", "without an audience")]
    [InlineData("""{"aud":"danvan","sub":"me","exp":9999999999}""", "without an issuer")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me","sub":"root","exp":9999999999}""", "two subjects")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me","exp":"never"}""", "an end that is a word")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me","exp":1e400}""", "an end beyond numbers")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me","exp":99999999999999999999}""", "an end beyond time")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me","exp":9999999999,"nbf":9999999990}""", "not yet")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":"me","exp":9999999999,"unit":"Hà Nội"}""", "a unit that is no id")]
    [InlineData("""{"iss":["https://issuer.rules"],"aud":"danvan","sub":"me","exp":9999999999}""", "an issuer that is a list")]
    [InlineData("""{"iss":"https://issuer.rules","aud":"danvan","sub":{"a":1},"exp":9999999999,"scope":7}""", "a scope that is a number")]
    public async Task Refused_by_its_claims(string payload, string why) =>
        Assert.True(await Check("""{"alg":"RS256","kid":"one"}""", payload) is null, why);

    [Fact]
    public async Task A_new_key_of_the_issuer_is_found_when_a_token_first_names_it()
    {
        var clock = new MovableClock();
        using var keys = new IssuerKeys(new() { Issuer = Issuer, JwksFile = jwks }, new HttpClient(), clock);
        Assert.NotNull(await keys.Find("one", default));
        WriteKeys("two");
        Assert.Null(await keys.Find("two", default)); // read a moment ago: invented key ids cost nothing
        clock.Advance(TimeSpan.FromSeconds(11));
        Assert.NotNull(await keys.Find("two", default));
        Assert.Null(await keys.Find("one", default)); // a withdrawn key is no longer believed
    }

    [Fact]
    public async Task While_the_issuer_is_away_its_known_keys_stay_good_and_unknown_ones_are_nobodys()
    {
        var clock = new MovableClock();
        using var keys = new IssuerKeys(new() { Issuer = Issuer, JwksFile = jwks }, new HttpClient(), clock);
        Assert.NotNull(await keys.Find("one", default));
        File.Delete(jwks);
        clock.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await keys.Find("one", default));
        using var never = new IssuerKeys(new() { Issuer = Issuer, JwksFile = jwks }, new HttpClient(), clock);
        await Assert.ThrowsAsync<KeysUnavailableException>(async () => await never.Find("one", default));
    }

    [Fact]
    public void A_remembered_token_is_forgotten_after_a_minute_and_when_it_expires()
    {
        var clock = new MovableClock();
        var memory = new TokenMemory(100, clock);
        Assert.Null(memory.Find("long", out var key));
        memory.Remember(key, Somebody, clock.GetUtcNow().AddHours(1));
        memory.Find("short", out var soon);
        memory.Remember(soon, Somebody, clock.GetUtcNow().AddSeconds(5));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.NotNull(memory.Find("long", out _));
        Assert.Null(memory.Find("short", out _));
        clock.Advance(TimeSpan.FromSeconds(55));
        Assert.Null(memory.Find("long", out _));
    }

    [Fact]
    public void The_memory_of_tokens_is_bounded()
    {
        var memory = new TokenMemory(100, TimeProvider.System);
        for (var i = 0; i < 10_000; i++)
        {
            memory.Find($"token {i}", out var key);
            memory.Remember(key, Somebody, DateTimeOffset.MaxValue);
        }
        Assert.InRange(memory.Count, 50, 100);
        Assert.NotNull(memory.Find("token 9999", out _));
    }

    public void Dispose()
    {
        rsa.Dispose();
        File.Delete(jwks);
    }

    ValueTask<AuthenticateResult?> Check(string header, string payload)
    {
        var text = $"{Encode(header)}.{Encode(payload)}";
        var signature = rsa.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var token = $"{text}.{Base64Url.EncodeToString(signature)}";
        checks.Remembered(token, out var key);
        return checks.Check(token, key, default);
    }

    static string Claims(string more) =>
        $$"""{"iss":"{{Issuer}}","aud":"danvan","sub":"me","exp":{{TimeProvider.System.GetUtcNow().AddMinutes(5).ToUnixTimeSeconds()}}{{(more.Length > 0 ? "," + more : "")}}}""";

    static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    void WriteKeys(string id)
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(rsa.ExportParameters(false)));
        File.WriteAllText(jwks, $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{id}}","n":"{{key.N}}","e":"{{key.E}}"}]}""");
    }

    sealed class NoHttp : IHttpClientFactory
    {
        public HttpClient CreateClient(string name) => new();
    }

    sealed class MovableClock : TimeProvider
    {
        TimeSpan moved;

        public void Advance(TimeSpan by) => moved += by;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + moved;

        public override long GetTimestamp() => base.GetTimestamp() + moved.Ticks * (TimestampFrequency / TimeSpan.TicksPerSecond);
    }
}
