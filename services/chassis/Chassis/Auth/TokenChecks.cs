using System.Buffers.Text;
using System.Collections.Frozen;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Chassis.Auth;

/// <summary>Checks tokens (RFC 8725, RFC 9068): signature by a key and an algorithm that we chose for the issuer, never by what the token says of itself.</summary>
sealed class TokenChecks
{
    /// <summary>Longer tokens are refused unread.</summary>
    public const int LongestToken = 8 * 1024;

    static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };

    readonly JsonWebTokenHandler handler = new() { MaximumTokenSizeInBytes = LongestToken, MapInboundClaims = false };
    readonly FrozenDictionary<string, IssuerKeys> issuers;
    readonly TokenMemory memory;
    readonly AuthOptions options;
    readonly TimeProvider clock;

    public TokenChecks(IOptions<AuthOptions> options, IHttpClientFactory http, TimeProvider clock)
    {
        (this.options, this.clock) = (options.Value, clock);
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
        if (Read(token) is not { } jwt || !issuers.TryGetValue(jwt.Issuer, out var issuer))
            return null;
        if (!issuer.Issuer.AllowedAlgorithms.Contains(jwt.Alg) || !TypeIsRight(jwt.Typ))
            return null;
        if (await issuer.Find(string.IsNullOrEmpty(jwt.Kid) ? null : jwt.Kid, ct) is not { } signer)
            return null;
        var result = await handler.ValidateTokenAsync(jwt, Demands(issuer.Issuer, signer));
        if (!result.IsValid || CallerOf(jwt) is not { } caller)
            return null;
        var accepted = AuthenticateResult.Success(new(new ClaimsPrincipal(new CallerIdentity(caller)), TokenAuthentication.Scheme));
        memory.Remember(key, accepted, jwt.ValidTo);
        return accepted;
    }

    // Readers differ on which of two equal names counts, so a token that says anything twice is not read at all.
    JsonWebToken? Read(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !IsStrict(parts[0]) || !IsStrict(parts[1]))
            return null;
        try
        {
            return handler.ReadJsonWebToken(token);
        }
        catch (Exception e) when (e is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    static bool IsStrict(string part)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }

    // An ID token or a logout token of the same issuer is no access token.
    static bool TypeIsRight(string? type) =>
        string.IsNullOrEmpty(type)
        || type.Equals("JWT", StringComparison.OrdinalIgnoreCase)
        || type.Equals("at+jwt", StringComparison.OrdinalIgnoreCase)
        || type.Equals("application/at+jwt", StringComparison.OrdinalIgnoreCase);

    TokenValidationParameters Demands(TrustedIssuer issuer, SecurityKey signer) =>
        new()
        {
            ValidIssuer = issuer.Issuer,
            ValidAudience = options.Audience,
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

    static Caller? CallerOf(JsonWebToken jwt)
    {
        if (string.IsNullOrWhiteSpace(jwt.Subject))
            return null;
        var scopes = jwt.TryGetPayloadValue<string>("scope", out var scope) ? scope.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        Guid? unit = null;
        if (jwt.TryGetPayloadValue<string>("unit", out var text))
        {
            if (!Guid.TryParse(text, out var id))
                return null;
            unit = id;
        }
        return new(jwt.Subject, unit, scopes.ToFrozenSet(StringComparer.Ordinal)) { Issuer = jwt.Issuer };
    }
}
