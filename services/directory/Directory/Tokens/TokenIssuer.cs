using DanVan.Directory.Clients;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Tokens;

/// <summary>Makes access tokens (RFC 9068).</summary>
internal sealed class TokenIssuer(SigningKeys keys, IOptions<TokenOptions> options, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>A disabled client is out after this long at the latest.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public async Task<string> Issue(ApiClient client, IEnumerable<string> scopes, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = "at+jwt",
                Issuer = options.Value.Issuer,
                Audience = configuration["Auth:Audience"],
                IssuedAt = now,
                Expires = now + Lifetime,
                Claims = new Dictionary<string, object>
                {
                    [JwtRegisteredClaimNames.Sub] = client.Login,
                    ["client_id"] = client.Login,
                    ["scope"] = string.Join(' ', scopes),
                    ["unit"] = client.UnitId.ToString(),
                    ["quota"] = client.Quota,
                    [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString(),
                },
                SigningCredentials = await keys.Signer(ct),
            }
        );
    }
}
