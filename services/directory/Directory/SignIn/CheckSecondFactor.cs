using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DanVan.Directory.SignIn;

/// <summary>Takes the code of the second factor. Every wrong one counts against the account, whatever sign-in it was typed in.</summary>
internal static class CheckSecondFactor
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/oauth/sign-in/code", Handle)
            .AllowAnonymous()
            .WithTags("sign-in")
            .WithMetadata(new RequestSizeLimitAttribute(OAuthForm.Longest))
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithSummary("Nhận mã xác thực hai lớp từ trang đăng nhập / Takes the code of the second factor");

    static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Handle(
        HttpRequest request,
        HttpResponse response,
        DirectoryDb db,
        SignInSteps steps,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await OAuthForm.Read(request, ct) is not { } form || form["sign_in"] is not [{ Length: > 0 } secret])
            return SignInPage.Over(response);
        if (await db.Pending(secret, ct) is not { } seen || !seen.IsAt(SignInStage.SecondFactor, clock.GetUtcNow()))
            return SignInPage.Over(response);
        return form["code"] is [{ Length: > 0 and <= PasswordRules.Longest } code]
            ? await steps.CodeWasTyped(response, seen, secret, code, ct)
            : SignInPage.AskCode(response, seen.RedirectUri, secret, SecondFactor.NotAccepted);
    }
}
