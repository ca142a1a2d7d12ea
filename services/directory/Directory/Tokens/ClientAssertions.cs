using System.Security.Cryptography;
using System.Text;
using DanVan.Directory.Clients;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Tokens;

/// <summary>
/// Checks client assertions (RFC 7523, private_key_jwt): signed with a registered key of the client and an asymmetric algorithm, for this token endpoint or
/// issuer, for five minutes at most, and used once. Keys that an assertion brings along or points to are not looked at.
/// </summary>
internal sealed class ClientAssertions(IOptions<TokenOptions> options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan skew = TimeSpan.FromSeconds(30);

    private readonly JsonWebTokenHandler handler = new() { MapInboundClaims = false };
    private readonly RSA decoyRsa = RSA.Create(2048);
    private readonly ECDsa decoyEc = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Whether the assertion is the client's. For nobody it takes as long as for a client.</summary>
    public async Task<bool> IsBy(ApiClient? client, JsonWebToken assertion, DateTimeOffset now)
    {
        if (!PublicJwk.Algorithms.Contains(assertion.Alg) || !IsAssertion(assertion.Typ) || string.IsNullOrEmpty(assertion.Id))
            return false;
        var keys = (client?.Keys ?? [])
            .Where(key => key.IsValid(now) && (string.IsNullOrEmpty(assertion.Kid) || key.Kid == assertion.Kid))
            .Select(key => key.Key)
            .Where(key => string.IsNullOrEmpty(key.Alg) || key.Alg == assertion.Alg)
            .ToArray();
        if (client is null || keys.Length == 0)
        {
            await handler.ValidateTokenAsync(assertion, Demands(assertion.Issuer, Decoy(assertion.Alg), now));
            return false;
        }
        foreach (var key in keys)
            if ((await handler.ValidateTokenAsync(assertion, Demands(client.Login, key, now))).IsValid)
                return assertion.Subject == client.Login && client.Disabled is null;
        return false;
    }

    /// <summary>Marks the assertion as used. False when it was used before, here or at another instance.</summary>
    public static async Task<bool> Use(DirectoryDb db, ApiClient client, JsonWebToken assertion, CancellationToken ct)
    {
        var (jti, expires) = (SHA256.HashData(Encoding.UTF8.GetBytes(assertion.Id)), new DateTimeOffset(assertion.ValidTo) + skew);
        return await db.Database.ExecuteSqlAsync(
                $"insert into client_assertions (client_id, jti, expires) values ({client.Id}, {jti}, {expires}) on conflict do nothing",
                ct
            ) > 0;
    }

    /// <summary>Removes what has expired anyway.</summary>
    public Task Forget(DirectoryDb db, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        return db.Database.ExecuteSqlAsync($"delete from client_assertions where expires < {now}", ct);
    }

    public void Dispose()
    {
        decoyRsa.Dispose();
        decoyEc.Dispose();
    }

    // Any other type is a token that was made for something else (RFC 8725, 3.11).
    private static bool IsAssertion(string? type) =>
        string.IsNullOrEmpty(type)
        || type.Equals("JWT", StringComparison.OrdinalIgnoreCase)
        || type.Equals("client-authentication+jwt", StringComparison.OrdinalIgnoreCase);

    private SecurityKey Decoy(string algorithm) =>
        algorithm.StartsWith("ES", StringComparison.Ordinal) ? new ECDsaSecurityKey(decoyEc) : new RsaSecurityKey(decoyRsa);

    private TokenValidationParameters Demands(string issuer, SecurityKey key, DateTimeOffset now)
    {
        var own = options.Value.Issuer;
        string[] audiences = [own, own.TrimEnd('/'), $"{own.TrimEnd('/')}/oauth/token"];
        return new()
        {
            ValidIssuer = issuer,
            ValidAlgorithms = PublicJwk.Algorithms,
            IssuerSigningKey = key,
            RequireSignedTokens = true,
            // Every audience is ours: an assertion that somebody else may be shown as well is one that somebody else may show here.
            AudienceValidator = (named, _, _) => named.Any() && named.All(audiences.Contains),
            LifetimeValidator = (from, until, _, _) =>
                until is { } end && now < end + skew && end <= now + longest + skew && !(from > (now + skew).UtcDateTime),
        };
    }
}
