using System.Buffers.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Chassis.Auth;

/// <summary>Reads a signed JWT (RFC 7519) without believing a word of it: whoever asks still has to check signature, issuer, audience and times.</summary>
public static class StrictJwt
{
    /// <summary>Longer tokens are refused unread.</summary>
    public const int Longest = 8 * 1024;

    static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 8 };
    static readonly JsonWebTokenHandler Handler = new() { MaximumTokenSizeInBytes = Longest, MapInboundClaims = false };

    /// <summary>
    /// The token, or none when it is not three parts of strict JSON, says a thing twice (readers differ on which of two counts), or demands by <c>crit</c>
    /// (RFC 7515, 4.1.11) to be understood in a way that nothing here understands.
    /// </summary>
    public static JsonWebToken? Read(string token)
    {
        if (token.Length > Longest)
            return null;
        var parts = token.Split('.');
        if (parts.Length != 3 || !IsStrict(parts[0], "crit") || !IsStrict(parts[1], null))
            return null;
        try
        {
            return Handler.ReadJsonWebToken(token);
        }
        catch (Exception e) when (e is SecurityTokenException or ArgumentException)
        {
            return null;
        }
    }

    static bool IsStrict(string part, string? without)
    {
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && (without is null || !json.RootElement.TryGetProperty(without, out _));
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }
}
