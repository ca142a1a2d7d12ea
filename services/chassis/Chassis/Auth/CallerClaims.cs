using System.Buffers.Text;
using System.Collections.Frozen;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;

namespace DanVan.Chassis.Auth;

/// <summary>Reads the caller out of a token whose signature, audience and times are right.</summary>
static class CallerClaims
{
    /// <summary>The caller, or none when the token says something that its issuer may not say or that means nothing here.</summary>
    public static ValueTask<Caller?> Read(JsonWebToken jwt, TrustedIssuer issuer, IUnitLookup? units, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(jwt.Subject))
            return ValueTask.FromResult<Caller?>(null);
        return issuer.Mapping is { } mapping ? Mapped(jwt, mapping, units, ct) : ValueTask.FromResult(Own(jwt));
    }

    static Caller? Own(JsonWebToken jwt)
    {
        var scopes = jwt.TryGetPayloadValue<string>("scope", out var scope) ? Words(scope) : [];
        Guid? unit = null;
        if (jwt.TryGetPayloadValue<string>("unit", out var text))
        {
            if (!Guid.TryParse(text, out var id))
                return null;
            unit = id;
        }
        Guid? person = null;
        if (jwt.TryGetPayloadValue<string>("person", out var whose))
        {
            if (!Guid.TryParse(whose, out var id))
                return null;
            person = id;
        }
        return new(jwt.Subject, unit, scopes.ToFrozenSet(StringComparer.Ordinal))
        {
            Issuer = jwt.Issuer,
            PersonId = person,
            Quota = jwt.TryGetPayloadValue<string>("quota", out var quota) ? quota : null,
        };
    }

    static async ValueTask<Caller?> Mapped(JsonWebToken jwt, ClaimsMapping mapping, IUnitLookup? units, CancellationToken ct)
    {
        using var payload = JsonDocument.Parse(Base64Url.DecodeFromChars(jwt.EncodedPayload));
        Guid? unit = null;
        if (At(payload.RootElement, mapping.Unit) is { } claim)
        {
            var (isMeant, found) = await UnitOf(claim, mapping, units, ct);
            if (!isMeant)
                return null;
            unit = found;
        }
        var scopes = Scopes(payload.RootElement, mapping.Scope).Where(mapping.AllowedScopes.Contains);
        return new(mapping.SubjectPrefix + jwt.Subject, unit, scopes.ToFrozenSet(StringComparer.Ordinal))
        {
            Issuer = jwt.Issuer,
            Quota = mapping.Quota,
        };
    }

    // Not meant: the claim names no unit, or one that the issuer may not speak for. Meant and not found: this process knows no units.
    static async ValueTask<(bool IsMeant, Guid? Unit)> UnitOf(
        JsonElement claim,
        ClaimsMapping mapping,
        IUnitLookup? units,
        CancellationToken ct
    )
    {
        if (claim.ValueKind != JsonValueKind.String || claim.GetString() is not { Length: > 0 and <= 100 } text)
            return (false, null);
        if (!Guid.TryParseExact(text, "D", out var unit))
        {
            var (scheme, code) =
                mapping.UnitScheme is { } known ? (known, text)
                : text.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon ? (text[..colon], text[(colon + 1)..])
                : ("", "");
            if (scheme.Length == 0 || code.Length == 0)
                return (false, null);
            if (units is null)
                return (true, null);
            if (await units.Find(scheme, code, ct) is not { } found)
                return (false, null);
            unit = found;
        }
        if (mapping.Within is not { } limit)
            return (true, unit);
        if (units is null)
            return (true, null);
        return await units.IsWithin(unit, limit, ct) ? (true, unit) : (false, null);
    }

    static string[] Scopes(JsonElement payload, string name) =>
        At(payload, name) switch
        {
            { ValueKind: JsonValueKind.String } text => Words(text.GetString()!),
            { ValueKind: JsonValueKind.Array } list =>
            [
                .. list.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!),
            ],
            _ => [],
        };

    // Names of claims may hold dots themselves (https://example.vn/unit), so the whole name goes first.
    static JsonElement? At(JsonElement payload, string name)
    {
        if (payload.TryGetProperty(name, out var whole))
            return whole;
        foreach (var step in name.Split('.'))
            if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty(step, out payload))
                return null;
        return payload;
    }

    static string[] Words(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
