using System.Globalization;
using System.Text.Json.Serialization;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Tokens;

/// <summary>
/// The token endpoint of OAuth 2.0: client credentials (RFC 6749, 4.4) with client_secret_basic, client_secret_post or private_key_jwt (RFC 7523); for staff
/// the authorization code that the sign-in page gave (4.1, with PKCE) and refresh tokens (6).
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
            .Produces<TokenError>(StatusCodes.Status429TooManyRequests)
            .WithExample(new TokenForm("client_credentials", "petitions.read", null, null, null, null, null, null, null, null))
            .WithSummary("A token for a client (OAuth 2.0 client credentials) or for staff (authorization code, refresh token)")
            .WithDescription(
                "The client's id and secret stand in the Authorization header (Basic), or as client_id and client_secret in the form."
            );

    /// <summary>The fields of the form; client_id and client_secret may instead stand in the Authorization header (Basic), or an assertion in place of both.</summary>
    public sealed record TokenForm(
        [property: JsonPropertyName("grant_type")] string GrantType,
        [property: JsonPropertyName("scope")] string? Scope,
        [property: JsonPropertyName("client_id")] string? ClientId,
        [property: JsonPropertyName("client_secret")] string? ClientSecret,
        [property: JsonPropertyName("client_assertion_type")] string? ClientAssertionType,
        [property: JsonPropertyName("client_assertion")] string? ClientAssertion,
        [property: JsonPropertyName("code")] string? Code,
        [property: JsonPropertyName("redirect_uri")] string? RedirectUri,
        [property: JsonPropertyName("code_verifier")] string? CodeVerifier,
        [property: JsonPropertyName("refresh_token")] string? RefreshToken
    );

    static async Task<Results<Ok<TokenView>, JsonHttpResult<TokenError>>> Handle(
        HttpRequest request,
        HttpResponse response,
        ClientAuthentication clients,
        TokenIssuer issuer,
        StaffTokens staff,
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
        if (grant != "client_credentials")
            return Refuse("unsupported_grant_type", "client_credentials, authorization_code and refresh_token are supported.");

        var (client, refusal) = await clients.Authenticate(request, form, ct);
        if (client is null)
            return Refuse(refusal!, request, response);
        var wanted = form["scope"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (wanted.Except(client.Scopes).Any())
            return Refuse("invalid_scope", "The client may not be given this scope.");
        string[] scopes = wanted.Length == 0 ? client.Scopes : [.. wanted.Distinct()];
        var token = await issuer.Issue(client, scopes, ct);
        return TypedResults.Ok(new TokenView(token, "Bearer", (int)TokenIssuer.Lifetime.TotalSeconds, string.Join(' ', scopes)));
    }

    static JsonHttpResult<TokenError> Refuse(ClientRefusal refusal, HttpRequest request, HttpResponse response)
    {
        if (refusal.Status == StatusCodes.Status401Unauthorized && request.Headers.Authorization.Count > 0)
            response.Headers.WWWAuthenticate = "Basic realm=\"danvan\", charset=\"UTF-8\"";
        if (refusal.RetryAfter > TimeSpan.Zero)
            response.Headers.RetryAfter = Math.Ceiling(refusal.RetryAfter.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Refuse(refusal.Error, refusal.Description, refusal.Status);
    }

    static JsonHttpResult<TokenError> Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        TypedResults.Json(new TokenError(error, description), statusCode: status);
}
