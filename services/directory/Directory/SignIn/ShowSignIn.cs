using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using TokenOptions = DanVan.Directory.Tokens.TokenOptions;

namespace DanVan.Directory.SignIn;

/// <summary>
/// The authorization endpoint of OAuth 2.0: an application sends the browser here with response_type=code, client_id, redirect_uri, code_challenge,
/// code_challenge_method=S256 and perhaps scope and state; the browser comes back there with a code.
/// </summary>
internal static class ShowSignIn
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/oauth/authorize", Handle)
            .AllowAnonymous()
            .WithTags("sign-in")
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithSummary("Trang đăng nhập của cán bộ / The sign-in page of staff (OAuth 2.0 authorization code with PKCE)");

    static Results<ContentHttpResult, StatusCodeHttpResult> Handle(
        HttpRequest request,
        HttpResponse response,
        IOptions<SignInOptions> options,
        IOptions<TokenOptions> tokens
    )
    {
        var (asked, refused) = AuthorizationRequest.Read(request.Query, options.Value.Apps);
        return asked is null
            ? Refuse(response, refused!, tokens.Value.Issuer)
            : SignInPage.AskPassword(response, asked, options.Value.AppOf(asked));
    }

    internal static Results<ContentHttpResult, StatusCodeHttpResult> Refuse(
        HttpResponse response,
        AuthorizationRefusal refused,
        string issuer
    ) =>
        refused.RedirectUri is null
            ? SignInPage.Say(response, $"{AuthorizationRefusal.Text} ({refused.Description})", StatusCodes.Status400BadRequest)
            : SignInPage.SendTo(response, refused.Answer(issuer));
}
