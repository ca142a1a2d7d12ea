using DanVan.Chassis.Http;
using DanVan.Directory.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TokenOptions = DanVan.Directory.Tokens.TokenOptions;

namespace DanVan.Directory.SignIn;

/// <summary>
/// Takes name and password. A name that nobody has, a wrong password, a locked and a closed account get the same answer after the same work: the guard is
/// written before and after, and one hash is computed in between.
/// </summary>
internal static class CheckPassword
{
    /// <summary>The fields of the form, beside those of the authorization request.</summary>
    /// <param name="UserName">The name.</param>
    /// <param name="Password">The password.</param>
    internal sealed record Typed(string UserName, string Password)
    {
        public static Typed? Of(IFormCollection form) =>
            form["user_name"] is [{ } name]
            && form["password"] is [{ } typed]
            && typed.Length <= PasswordRules.Longest
            && CleanText.TryClean(name.Trim().ToLowerInvariant(), out var userName)
            && CleanText.TryClean(typed, out var password)
                ? new(userName, password)
                : null;
    }

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapPost("/oauth/authorize", Handle)
            .AllowAnonymous()
            .WithTags("sign-in")
            .WithMetadata(new RequestSizeLimitAttribute(OAuthForm.Longest))
            .Produces<string>(StatusCodes.Status200OK, "text/html")
            .WithSummary("Nhận tên đăng nhập và mật khẩu từ trang đăng nhập / Takes the form of the sign-in page");

    static async Task<Results<ContentHttpResult, StatusCodeHttpResult>> Handle(
        HttpRequest request,
        HttpResponse response,
        DirectoryDb db,
        Passwords passwords,
        SignInAttempts attempts,
        SignInSteps steps,
        IOptions<SignInOptions> options,
        IOptions<TokenOptions> tokens,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await OAuthForm.Read(request, ct) is not { } form)
            return SignInPage.Say(response, AuthorizationRefusal.Text, StatusCodes.Status400BadRequest);
        var (asked, refused) = AuthorizationRequest.Read(form, options.Value.Apps);
        if (asked is null)
            return ShowSignIn.Refuse(response, refused!, tokens.Value.Issuer);
        var app = options.Value.AppOf(asked);
        if (Typed.Of(form) is not var (userName, password))
            return SignInPage.AskPassword(response, asked, app, NotAccepted);

        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.UserName == userName, ct);
        var key = SignInKey.Of(userName, account);
        var allowed = await attempts.Begin(key, ct);
        var usable = allowed && account is not null && account.MayBeUsed(clock.GetUtcNow());
        var match = await passwords.Check(usable ? account!.PasswordHash : null, password, ct);
        if (match is PasswordMatch.Busy)
        {
            await attempts.NotLookedAt(key, ct);
            return SignInPage.Busy(response);
        }
        if (match is PasswordMatch.Wrong)
        {
            await attempts.Failed(key, ct);
            return SignInPage.AskPassword(response, asked, app, NotAccepted);
        }
        var rehashed = match is PasswordMatch.RightButOld ? passwords.Hash(password) : null;
        return await steps.PasswordWasRight(response, asked, account!, rehashed, ct);
    }

    /// <summary>One text for all that can be wrong.</summary>
    internal static string NotAccepted =>
        Phrases.Of(
            "Tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang bị khóa. Nhập sai nhiều lần thì phải chờ lâu hơn.",
            "The user name or password is wrong, or the account is locked. Too many failures make the wait longer."
        );
}
