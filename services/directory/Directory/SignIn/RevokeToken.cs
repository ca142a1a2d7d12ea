using System.Text.Json.Serialization;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Directory.SignIn;

/// <summary>
/// Signing out (RFC 7009): the session of a refresh token ends, its access tokens run out within ten minutes. A token that is none, or no more, is answered alike.
/// </summary>
internal static class RevokeToken
{
    /// <summary>The fields of the form.</summary>
    public sealed record RevocationForm(
        [property: JsonPropertyName("token")] string Token,
        [property: JsonPropertyName("client_id")] string ClientId
    );

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/oauth/revoke", Handle)
            .AllowAnonymous()
            .WithTags("tokens")
            .Accepts<RevocationForm>("application/x-www-form-urlencoded")
            .WithMetadata(new RequestSizeLimitAttribute(OAuthForm.Longest))
            .Produces<Tokens.IssueToken.TokenError>(StatusCodes.Status400BadRequest)
            .WithExample(new RevocationForm("mot-refresh-token", "danvan-web"))
            .WithSummary("Đăng xuất / Sign out: end the session of a refresh token (OAuth 2.0 token revocation)");

    static async Task<Results<Ok, JsonHttpResult<Tokens.IssueToken.TokenError>>> Handle(
        HttpRequest request,
        HttpResponse response,
        StaffTokens staff,
        CancellationToken ct
    )
    {
        response.Headers.CacheControl = "no-store";
        var form = await OAuthForm.Read(request, ct);
        if (form?["token"] is not [{ Length: > 0 } token] || form["client_id"] is not [{ Length: > 0 } app])
            return TypedResults.Json(
                new Tokens.IssueToken.TokenError("invalid_request", "token and client_id are needed, each once."),
                statusCode: StatusCodes.Status400BadRequest
            );
        await staff.Revoke(token, app, ct);
        return TypedResults.Ok();
    }
}
