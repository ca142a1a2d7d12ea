using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.SignIn;

/// <summary>Takes another password in place of an initial one: the administrator knew that.</summary>
internal static class ReplacePassword
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/oauth/sign-in/password", Handle)
            .AllowAnonymous()
            .WithTags("sign-in")
            .WithMetadata(new RequestSizeLimitAttribute(OAuthForm.Longest))
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithSummary("Nhận mật khẩu mới thay mật khẩu ban đầu / Takes a new password in place of the initial one");

    static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Handle(
        HttpRequest request,
        HttpResponse response,
        DirectoryDb db,
        Passwords passwords,
        SignInSteps steps,
        IOptions<SignInOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await OAuthForm.Read(request, ct) is not { } form || form["sign_in"] is not [{ Length: > 0 } secret])
            return SignInPage.Over(response);
        if (await db.Pending(secret, ct) is not { } seen || !seen.IsAt(SignInStage.NewPassword, clock.GetUtcNow()))
            return SignInPage.Over(response);
        var account = await db.Accounts.AsNoTracking().SingleAsync(known => known.Id == seen.AccountId, ct);
        if (!CleanText.TryClean(form["new_password"].ToString(), out var password))
            return Ask(PasswordsDiffer);
        if (!CleanText.TryClean(form["again"].ToString(), out var again) || password != again)
            return Ask(PasswordsDiffer);
        if (PasswordRules.Refuse(password, account.UserName, options.Value.PasswordLength) is { } refused)
            return Ask(Phrases.Of(refused.Vi, refused.En));
        var same = await passwords.Check(account.PasswordHash, password, ct);
        if (same is PasswordMatch.Busy)
            return SignInPage.Busy(response);
        if (same is not PasswordMatch.Wrong)
            return Ask(Phrases.Of(PasswordRules.SameAsBefore.Vi, PasswordRules.SameAsBefore.En));
        return await steps.PasswordWasChosen(response, seen, secret, passwords.Hash(password), ct);

        ContentHttpResult Ask(string refusal) =>
            SignInPage.AskNewPassword(response, seen.RedirectUri, secret, options.Value.PasswordLength, refusal);
    }

    private static string PasswordsDiffer =>
        Phrases.Of("Hai lần nhập mật khẩu mới không giống nhau.", "The two new passwords are not the same.");
}
