using DanVan.Directory.Accounts;
using DanVan.Directory.Clients;
using DanVan.Directory.SignIn;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace DanVan.Directory.Tokens;

/// <summary>Makes access tokens (RFC 9068).</summary>
internal sealed class TokenIssuer(SigningKeys keys, IOptions<TokenOptions> options, IConfiguration configuration, TimeProvider clock)
{
    /// <summary>A disabled client or account is out after this long at the latest.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    private static readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };

    public Task<string> Issue(ApiClient client, IEnumerable<string> scopes, CancellationToken ct) =>
        Issue(client.Login, client.Login, client.UnitId, scopes, null, null, client.Quota, ct);

    /// <summary>A token for a member of staff, of a session in an application.</summary>
    /// <param name="person">Whose account it is; none when it belongs to no person of the register.</param>
    public Task<string> Issue(StaffSession session, Guid? person, IEnumerable<string> scopes, CancellationToken ct) =>
        Issue(StaffSubject.Of(session.AccountId), session.App, session.UnitId, scopes, session.Id, person, null, ct);

    private async Task<string> Issue(
        string subject,
        string client,
        Guid unit,
        IEnumerable<string> scopes,
        Guid? session,
        Guid? person,
        string? quota,
        CancellationToken ct
    )
    {
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = subject,
            ["client_id"] = client,
            ["scope"] = string.Join(' ', scopes),
            ["unit"] = unit.ToString(),
            [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7().ToString(),
        };
        if (session is { } id)
            claims[JwtRegisteredClaimNames.Sid] = id.ToString();
        if (person is { } whose)
            claims["person"] = whose.ToString();
        if (quota is not null)
            claims["quota"] = quota;
        var now = clock.GetUtcNow().UtcDateTime;
        return handler.CreateToken(
            new SecurityTokenDescriptor
            {
                TokenType = "at+jwt",
                Issuer = options.Value.Issuer,
                Audience = configuration["Auth:Audience"],
                IssuedAt = now,
                Expires = now + Lifetime,
                Claims = claims,
                SigningCredentials = await keys.Signer(ct),
            }
        );
    }
}
