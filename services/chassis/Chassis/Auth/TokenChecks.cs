using System.Collections.Frozen;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Chassis.Auth;

/// <summary>Checks tokens (RFC 8725, RFC 9068): signature by a key and an algorithm that we chose for the issuer, never by what the token says of itself.</summary>
sealed class TokenChecks
{
    static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    static readonly string[] OnlyInIdTokens = ["nonce", "at_hash", "c_hash"];

    readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = StrictJwt.Longest, MapInboundClaims = false };
    readonly FrozenDictionary<string, IssuerKeys> issuers;
    readonly TokenMemory memory;
    readonly AuthOptions options;
    readonly TimeProvider clock;
    readonly IUnitLookup? units;

    public TokenChecks(IOptions<AuthOptions> options, IHttpClientFactory http, TimeProvider clock, IUnitLookup? units = null)
    {
        (this.options, this.clock, this.units) = (options.Value, clock, units);
        memory = new(this.options.RememberedTokens, clock);
        issuers = this.options.Issuers.ToFrozenDictionary(
            i => i.Issuer,
            i => new IssuerKeys(i, http.CreateClient(nameof(IssuerKeys)), clock)
        );
    }

    /// <summary>The caller behind a token that is remembered as valid: the common case, in a few microseconds.</summary>
    public AuthenticateResult? Remembered(ReadOnlySpan<char> token, out TokenMemory.Key key) => memory.Find(token, out key);

    /// <summary>The caller behind a token, or none when the token is not to be believed.</summary>
    /// <exception cref="KeysUnavailableException">Its issuer's keys cannot be had.</exception>
    public async ValueTask<AuthenticateResult?> Check(string token, TokenMemory.Key key, CancellationToken ct)
    {
        if (StrictJwt.Read(token) is not { } jwt || !issuers.TryGetValue(jwt.Issuer, out var issuer))
            return null;
        if (!issuer.Issuer.AllowedAlgorithms.Contains(jwt.Alg) || !IsAccessToken(jwt))
            return null;
        if (await issuer.Find(string.IsNullOrEmpty(jwt.Kid) ? null : jwt.Kid, ct) is not { } signer)
            return null;
        var result = await handler.ValidateTokenAsync(jwt, Demands(issuer.Issuer, signer));
        if (!result.IsValid || await CallerClaims.Read(jwt, issuer.Issuer, units, ct) is not { } caller)
            return null;
        var accepted = AuthenticateResult.Success(new(new ClaimsPrincipal(new CallerIdentity(caller)), TokenAuthentication.Scheme));
        memory.Remember(key, accepted, jwt.ValidTo);
        return accepted;
    }

    // An ID token or a logout token of the same issuer is no access token. Where an issuer names all its tokens JWT, an ID token shows by the claims that only
    // ID tokens have (OpenID Connect Core, 2 and 3.3.2.11).
    static bool IsAccessToken(JsonWebToken jwt) =>
        IsType(jwt, "at+jwt")
        || IsType(jwt, "application/at+jwt")
        || (
            (string.IsNullOrEmpty(jwt.Typ) || IsType(jwt, "JWT"))
            && !OnlyInIdTokens.Any(name => jwt.TryGetPayloadValue<object>(name, out _))
        );

    static bool IsType(JsonWebToken jwt, string type) => type.Equals(jwt.Typ, StringComparison.OrdinalIgnoreCase);

    TokenValidationParameters Demands(TrustedIssuer issuer, SecurityKey signer) =>
        new()
        {
            ValidIssuer = issuer.Issuer,
            ValidAudience = issuer.Audience ?? options.Audience,
            ValidAlgorithms = issuer.AllowedAlgorithms,
            IssuerSigningKey = signer,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            RequireAudience = true,
            LifetimeValidator = (from, until, _, _) => IsCurrent(from, until),
        };

    bool IsCurrent(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now < end + Skew && (from is not { } start || start <= now + Skew);
    }
}
