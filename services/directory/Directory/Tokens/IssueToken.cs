using System.Text;
using System.Text.Json.Serialization;
using DanVan.Directory.Clients;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Tokens;

/// <summary>
/// The token endpoint of OAuth 2.0: client credentials (RFC 6749, 4.4) with client_secret_basic or client_secret_post; for staff the authorization code that
/// the sign-in page gave (4.1, with PKCE) and refresh tokens (6).
/// </summary>
internal static class IssueToken
{
    /// <summary>A token was issued (RFC 6749, 5.1).</summary>
    public sealed record TokenView(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("scope")] string Scope,
        [property: JsonPropertyName("refresh_token"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
            string? RefreshToken = null
    );

    /// <summary>It was not (RFC 6749, 5.2).</summary>
    public sealed record TokenError(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description
    );

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/oauth/token", Handle)
            .AllowAnonymous()
            .WithTags("tokens")
            .Accepts<TokenForm>("application/x-www-form-urlencoded")
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(16 * 1024))
            .Produces<TokenError>(StatusCodes.Status400BadRequest)
            .Produces<TokenError>(StatusCodes.Status401Unauthorized)
            .WithSummary("A token for a client (OAuth 2.0 client credentials) or for staff (authorization code, refresh token)");

    /// <summary>The fields of the form; client_id and client_secret may instead stand in the Authorization header (Basic).</summary>
    public sealed record TokenForm(
        [property: JsonPropertyName("grant_type")] string GrantType,
        [property: JsonPropertyName("scope")] string? Scope,
        [property: JsonPropertyName("client_id")] string? ClientId,
        [property: JsonPropertyName("client_secret")] string? ClientSecret,
        [property: JsonPropertyName("code")] string? Code,
        [property: JsonPropertyName("redirect_uri")] string? RedirectUri,
        [property: JsonPropertyName("code_verifier")] string? CodeVerifier,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken
    );

    static async Task<Results<Ok<TokenView>, JsonHttpResult<TokenError>>> Handle(
        HttpRequest request,
        HttpResponse response,
        DirectoryDb db,
        TokenIssuer issuer,
        StaffTokens staff,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        (response.Headers.CacheControl, response.Headers.Pragma) = ("no-store", "no-cache");
        if (await OAuthForm.Read(request, ct) is not { } form)
            return Refuse("invalid_request", "The body must be application/x-www-form-urlencoded, with no parameter given more than once.");
        if (form["grant_type"] is not [{ Length: > 0 } grant])
            return Refuse("invalid_request", "grant_type is missing.");
        if (grant is "authorization_code" or "refresh_token")
            return await staff.Grant(grant, form, ct) is { } granted
                ? TypedResults.Ok(granted)
                : Refuse(
                    "invalid_grant",
                    "The code or refresh token is not valid, has expired, was used, or belongs to another application."
                );
        if (CredentialsOf(request.Headers.Authorization, form) is not var (login, secret))
            return Refuse("invalid_request", "Give the client's credentials once: in the Authorization header (Basic) or in the form.");
        if (grant != "client_credentials")
            return Refuse("unsupported_grant_type", "client_credentials, authorization_code and refresh_token are supported.");

        if (await Authenticate(db, login, secret, clock.GetUtcNow(), ct) is not { } client)
        {
            if (request.Headers.Authorization.Count > 0)
                response.Headers.WWWAuthenticate = "Basic realm=\"danvan\", charset=\"UTF-8\"";
            return Refuse("invalid_client", "The client is unknown, disabled, or its secret is wrong.", StatusCodes.Status401Unauthorized);
        }
        var wanted = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Except(client.Scopes).Any())
            return Refuse("invalid_scope", "The client may not be given this scope.");
        string[] scopes = wanted.Length == 0 ? client.Scopes : [.. wanted.Distinct()];
        var token = await issuer.Issue(client, scopes, ct);
        return TypedResults.Ok(new TokenView(token, "Bearer", (int)TokenIssuer.Lifetime.TotalSeconds, string.Join(' ', scopes)));
    }

    // Whoever asks under an unknown name is compared with some other client's secrets, and refused for the name: the answer takes as long as for a known one.
    static async Task<ApiClient?> Authenticate(DirectoryDb db, string login, string secret, DateTimeOffset now, CancellationToken ct)
    {
        if (login.Length > 200 || login.Contains('\0', StringComparison.Ordinal))
            return null;
        var client = await db
            .Clients.FromSql(
                $"""
                select * from api_clients where id = coalesce(
                    (select id from api_clients where login = {login}), (select id from api_clients order by id limit 1))
                """
            )
            .AsNoTracking()
            .SingleOrDefaultAsync(ct);
        return client is not null && client.Accepts(secret, now) && client.Login == login ? client : null;
    }

    // Nothing when there are none, or two: RFC 6749, 2.3 allows one way in a request.
    static (string Login, string Secret)? CredentialsOf(Microsoft.Extensions.Primitives.StringValues header, IFormCollection form)
    {
        var inForm = form.ContainsKey("client_secret");
        if (header.Count > 0)
            return inForm ? null : Basic(header.ToString());
        return inForm && form["client_id"] is [{ Length: > 0 } login] ? (login, form["client_secret"].ToString()) : null;
    }

    // RFC 6749, 2.3.1: both halves are form-encoded before they are put together.
    static (string Login, string Secret)? Basic(string header)
    {
        if (!header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            return null;
        var bytes = new byte[header.Length];
        if (!Convert.TryFromBase64String(header[6..].Trim(), bytes, out var length))
            return null;
        var text = Encoding.UTF8.GetString(bytes, 0, length);
        var colon = text.IndexOf(':');
        return colon <= 0 ? null : (System.Net.WebUtility.UrlDecode(text[..colon]), System.Net.WebUtility.UrlDecode(text[(colon + 1)..]));
    }

    static JsonHttpResult<TokenError> Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new TokenError(error, description), statusCode: status);
}
