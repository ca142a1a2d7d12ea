using System.Security.Cryptography;
using DanVan.Directory.Clients;
using DanVan.Directory.Tokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Tests.Rules;

public class ClientRulesTests
{
    static readonly DateTimeOffset now = new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Never_more_than_two_secrets_are_valid()
    {
        var client = Client();
        foreach (var (hour, secret) in new[] { "one", "two", "three" }.Index())
            client.Rotate(secret, now.AddHours(hour), now.AddHours(hour + 24));
        Assert.Equal((false, true, true), (Takes("one"), Takes("two"), Takes("three")));
        Assert.Equal(now.AddHours(26), client.Secrets.Max(known => known.Expires));

        bool Takes(string secret) => client.Accepts(secret, now.AddHours(3));
    }

    [Fact]
    public void A_rotation_does_not_lengthen_the_life_of_a_secret_that_was_on_its_way_out()
    {
        var client = Client();
        client.Rotate("one", now, now);
        client.Rotate("two", now, now.AddHours(1));
        client.Rotate("three", now.AddMinutes(1), now.AddHours(100));
        Assert.False(client.Accepts("one", now.AddMinutes(2)));
        Assert.True(client.Accepts("two", now.AddHours(99)));
    }

    [Fact]
    public void A_key_that_stays_in_the_set_stays_and_its_name_is_nobody_elses()
    {
        var (client, one, another) = (Client(), Rsa("one"), Rsa("one"));
        Assert.Null(client.ReplaceKeys([ClientKey.Of(one, now)], now, now));
        Assert.Null(client.ReplaceKeys([ClientKey.Of(one, now), ClientKey.Of(Rsa("two"), now)], now, now.AddHours(1)));
        Assert.Equal([null, null], client.Keys.Select(key => key.Expires));
        Assert.Equal("clients.key-id-of-another", client.ReplaceKeys([ClientKey.Of(another, now)], now, now)?.Code);
        Assert.Equal("clients.key-id-twice", client.ReplaceKeys([ClientKey.Of(one, now), ClientKey.Of(another, now)], now, now)?.Code);
        Assert.Null(client.ReplaceKeys([], now, now.AddHours(1)));
        Assert.All(client.Keys, key => Assert.Equal(now.AddHours(1), key.Expires));
    }

    [Fact]
    public void Good_keys_are_taken_and_named_by_their_thumbprint_when_they_bear_no_name()
    {
        // RFC 7638, 3.1.
        var example = new PublicJwk(
            "RSA",
            null,
            "RS256",
            null,
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2QvzqY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw",
            "AQAB",
            null,
            null,
            null
        );
        Assert.Null(example.Refuse(0));
        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", ClientKey.Of(example, now).Kid);
        Assert.Null(Rsa("big", 4096).Refuse(0));
        Assert.Null(Ec().Refuse(0));
    }

    [Fact]
    public void Keys_that_would_open_the_door_to_others_are_refused()
    {
        var (rsa, ec) = (Rsa("one"), Ec());
        Assert.Equal("keys[2].n", Rsa("small", 1024).Refuse(2)?.Field);
        Assert.Equal("keys[0].n", (rsa with { N = "not+base64/url" }).Refuse(0)?.Field);
        Assert.Equal("keys[0].n", (rsa with { N = null }).Refuse(0)?.Field);
        Assert.Equal("keys[0].n", (rsa with { Crv = "P-256" }).Refuse(0)?.Field);
        Assert.Equal("keys[0].e", (rsa with { E = "AQ" }).Refuse(0)?.Field); // 1: every signature would be right
        Assert.Equal("keys[0].e", (rsa with { E = "Aw" }).Refuse(0)?.Field); // 3
        Assert.Equal("keys[0].e", (rsa with { E = "AQAA" }).Refuse(0)?.Field); // even
        Assert.Equal("keys[0].alg", (rsa with { Alg = "HS256" }).Refuse(0)?.Field);
        Assert.Equal("keys[0].alg", (rsa with { Alg = "ES256" }).Refuse(0)?.Field);
        Assert.Equal("keys[0].alg", (ec with { Alg = "ES384" }).Refuse(0)?.Field);
        Assert.Equal("keys[0].crv", (ec with { Crv = "secp256k1", Alg = null }).Refuse(0)?.Field);
        Assert.Equal("keys[0].x", (ec with { Y = ec.X }).Refuse(0)?.Field); // no point of the curve
    }

    [Theory]
    [InlineData(5, 0)]
    [InlineData(6, 1)]
    [InlineData(7, 2)]
    [InlineData(8, 4)]
    [InlineData(14, 256)]
    [InlineData(15, 300)]
    [InlineData(1_000_000, 300)]
    public void Each_failure_doubles_the_wait_up_to_the_longest(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), new ThrottleOptions().WaitAfter(failures, 5));

    static ApiClient Client() =>
        new()
        {
            Id = Guid.CreateVersion7(),
            Name = "Thử",
            Login = "client",
            UnitId = Guid.CreateVersion7(),
            Scopes = [],
            Quota = "standard",
            Registered = now,
        };

    static PublicJwk Rsa(string kid, int bits = 2048)
    {
        using var rsa = RSA.Create(bits);
        var key = rsa.ExportParameters(false);
        return new("RSA", kid, null, "sig", Base64UrlEncoder.Encode(key.Modulus), Base64UrlEncoder.Encode(key.Exponent), null, null, null);
    }

    static PublicJwk Ec()
    {
        using var ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = ec.ExportParameters(false).Q;
        return new("EC", "curve", "ES256", "sig", null, null, "P-256", Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
    }
}
