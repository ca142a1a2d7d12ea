using System.Security.Cryptography;
using System.Text.Json;
using DanVan.Cli.Local;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Support;

/// <summary>Tokens of an issuer that exists for the tests only: its RSA key is made once per run and every service under test believes it.</summary>
public static class TestTokens
{
    public const string Issuer = "https://issuer.test";
    const string KeyId = "test";

    static readonly Lazy<RsaSecurityKey> Key = new(LoadKey);

    /// <summary>The public key, as the services read it.</summary>
    public static string JwksFile
    {
        get
        {
            _ = Key.Value;
            return Path.Combine(PlatformServers.StateFolder, "jwks.json");
        }
    }

    /// <summary>An RS256 access token of an API client of that unit.</summary>
    public static string For(Guid unit, params string[] scopes) => Create(unit, scopes, new());

    /// <summary>The same with anything about it changed: for tests of what must be refused.</summary>
    public static string Create(Guid? unit, IEnumerable<string> scopes, TestToken token)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object> { ["sub"] = token.Subject, ["scope"] = string.Join(' ', scopes) };
        if (unit is not null)
            claims["unit"] = unit.Value.ToString();
        foreach (var (name, value) in token.More)
            claims[name] = value;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(
            new SecurityTokenDescriptor
            {
                Issuer = token.Issuer,
                Audience = token.Audience,
                IssuedAt = now,
                NotBefore = now.AddMinutes(-5),
                Expires = now + token.Lifetime,
                Claims = claims,
                SigningCredentials = new(token.Key ?? Key.Value, SecurityAlgorithms.RsaSha256),
            }
        );
    }

    static RsaSecurityKey LoadKey()
    {
        System.IO.Directory.CreateDirectory(PlatformServers.StateFolder);
        using var oneAtATime = FileLock.Take(Path.Combine(PlatformServers.StateFolder, "keys.lock"), default).GetAwaiter().GetResult();
        var file = Path.Combine(PlatformServers.StateFolder, "signing-key.pem");
        var rsa = RSA.Create(2048);
        if (File.Exists(file))
            rsa.ImportFromPem(File.ReadAllText(file));
        else
        {
            var publicKey = JsonWebKeyConverter.ConvertFromRSASecurityKey(
                new RsaSecurityKey(rsa.ExportParameters(false)) { KeyId = KeyId }
            );
            var jwks = new
            {
                keys = new[]
                {
                    new
                    {
                        kty = "RSA",
                        use = "sig",
                        alg = "RS256",
                        kid = KeyId,
                        n = publicKey.N,
                        e = publicKey.E,
                    },
                },
            };
            File.WriteAllText(Path.Combine(PlatformServers.StateFolder, "jwks.json"), JsonSerializer.Serialize(jwks));
            File.WriteAllText(file, rsa.ExportPkcs8PrivateKeyPem());
        }
        return new(rsa) { KeyId = KeyId };
    }
}

/// <summary>What an ordinary test token says of itself.</summary>
public sealed record TestToken
{
    public string Subject { get; init; } = "test-client";
    public string Issuer { get; init; } = TestTokens.Issuer;
    public string Audience { get; init; } = ServiceSettings.Audience;
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Further claims.</summary>
    public IReadOnlyDictionary<string, object> More { get; init; } = new Dictionary<string, object>();

    /// <summary>Another key than the issuer's.</summary>
    public SecurityKey? Key { get; init; }
}
