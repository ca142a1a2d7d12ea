using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DanVan.Directory.Tests.Slices;

/// <summary>A client's key pair, and assertions made with it: right ones, and ones that differ in a point.</summary>
sealed class ClientKeyPair(string kid, AsymmetricAlgorithm pair)
{
    public static ClientKeyPair Rsa(string kid, int bits = 2048) => new(kid, RSA.Create(bits));

    public static ClientKeyPair Ec(string kid) => new(kid, ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <summary>The public key as it is registered.</summary>
    public Dictionary<string, string> Jwk
    {
        get
        {
            if (pair is RSA rsa)
            {
                var modulus = rsa.ExportParameters(false);
                return new()
                {
                    ["kty"] = "RSA",
                    ["kid"] = kid,
                    ["n"] = Text(modulus.Modulus!),
                    ["e"] = Text(modulus.Exponent!),
                };
            }
            var point = ((ECDsa)pair).ExportParameters(false).Q;
            return new()
            {
                ["kty"] = "EC",
                ["kid"] = kid,
                ["crv"] = "P-256",
                ["x"] = Text(point.X!),
                ["y"] = Text(point.Y!),
            };
        }
    }

    /// <summary>An assertion of that client for that audience, good for a minute; <paramref name="change"/> changes header and claims before it is signed.</summary>
    public string Assertion(string login, string audience, Action<JsonObject, JsonObject>? change = null)
    {
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var header = new JsonObject { ["alg"] = pair is RSA ? "RS256" : "ES256", ["kid"] = kid };
        var claims = new JsonObject
        {
            ["iss"] = login,
            ["sub"] = login,
            ["aud"] = audience,
            ["iat"] = now,
            ["exp"] = now + 60,
            ["jti"] = Guid.CreateVersion7().ToString(),
        };
        change?.Invoke(header, claims);
        var text = $"{Text(Encoding.UTF8.GetBytes(header.ToJsonString()))}.{Text(Encoding.UTF8.GetBytes(claims.ToJsonString()))}";
        return $"{text}.{Text(Sign(Encoding.ASCII.GetBytes(text), header["alg"]!.GetValue<string>()))}";
    }

    /// <summary>The secret that somebody would use who takes the public key for one.</summary>
    byte[] AsSecret => JsonSerializer.SerializeToUtf8Bytes(Jwk);

    byte[] Sign(byte[] text, string algorithm) =>
        (algorithm, pair) switch
        {
            ("none", _) => [],
            ("HS256", _) => HMACSHA256.HashData(AsSecret, text),
            (_, RSA rsa) => rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
            (_, var ec) => ((ECDsa)ec).SignData(text, HashAlgorithmName.SHA256),
        };

    static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
