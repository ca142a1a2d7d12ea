using DanVan.Directory.Accounts;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Tokens;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using TokenOptions = DanVan.Directory.Tokens.TokenOptions;

namespace DanVan.Directory.SignIn;

/// <summary>What follows what in a sign-in: the password, then the second factor if there is one, then another password if it must be changed, then the code.</summary>
internal sealed class SignInSteps(
    DirectoryDb db,
    SignInAttempts attempts,
    SecondFactor secondFactor,
    IOptions<SignInOptions> options,
    IOptions<TokenOptions> tokens,
    TimeProvider clock
)
{
    public async Task<Results<ContentHttpResult, StatusCodeHttpResult>> PasswordWasRight(
        HttpResponse response,
        AuthorizationRequest asked,
        Account account,
        string? rehashed,
        CancellationToken ct
    )
    {
        var (pending, secret) = (PendingSignIn.Of(asked, account.Id, clock.GetUtcNow()), "");
        await attempts.Under(
            SignInKey.Of(account),
            async (guard, locked) =>
            {
                if (rehashed is not null && locked!.PasswordHash == account.PasswordHash)
                    locked.Rehash(rehashed);
                var stage = After(null, locked!);
                // What failed before the second factor stays counted until that is shown too: a right password does not buy more guesses at the code.
                if (stage is SignInStage.SecondFactor)
                    guard.HalfWay();
                else
                    guard.Clear();
                secret = pending.Advance(stage, clock.GetUtcNow(), options.Value);
                db.SignIns.Add(pending);
            },
            ct
        );
        await db.ForgetSignIns(clock.GetUtcNow(), ct);
        return Show(response, pending, secret);
    }

    /// <summary>The code of the second factor was typed.</summary>
    public async Task<Results<ContentHttpResult, StatusCodeHttpResult>> CodeWasTyped(
        HttpResponse response,
        PendingSignIn seen,
        string secret,
        string code,
        CancellationToken ct
    )
    {
        PendingSignIn? pending = null;
        var next = "";
        var right = await attempts.Try(
            new(seen.AccountId, seen.AccountId),
            async (guard, account) =>
            {
                pending = await db.Take(secret, ct);
                var now = clock.GetUtcNow();
                if (pending?.IsAt(SignInStage.SecondFactor, now) is not true || !account.MayBeUsed(now))
                    return false;
                var taken = secondFactor.Takes(account, code, now);
                if (taken is CodeTaken.Nothing)
                    return false;
                if (taken is CodeTaken.RecoveryCode)
                    db.Announce(account, new RecoveryCodeUsed(account.Id, account.RecoveryCodes.Count(known => known.Used is null)));
                guard.Clear();
                next = pending.Advance(After(SignInStage.SecondFactor, account), now, options.Value);
                return true;
            },
            ct
        );
        return right ? Show(response, pending!, next) : SignInPage.AskCode(response, seen.RedirectUri, secret, SecondFactor.NotAccepted);
    }

    /// <summary>A new password was chosen and found good.</summary>
    public async Task<Results<ContentHttpResult, StatusCodeHttpResult>> PasswordWasChosen(
        HttpResponse response,
        PendingSignIn seen,
        string secret,
        string hash,
        CancellationToken ct
    )
    {
        PendingSignIn? pending = null;
        var next = "";
        await attempts.Under(
            new(seen.AccountId, seen.AccountId),
            async (_, account) =>
            {
                var now = clock.GetUtcNow();
                pending = await db.Take(secret, ct);
                if (pending?.IsAt(SignInStage.NewPassword, now) is not true || account?.MayBeUsed(now) is not true)
                    return;
                account.ChangePassword(hash);
                db.Announce(account, new AccountPasswordChanged(account.Id));
                next = pending.Advance(SignInStage.Code, now, options.Value);
            },
            ct
        );
        return next.Length > 0 ? Show(response, pending!, next) : SignInPage.Over(response);
    }

    internal static SignInStage After(SignInStage? stage, Account account) =>
        stage is null && account.Totp is not null ? SignInStage.SecondFactor
        : account.MustChangePassword ? SignInStage.NewPassword
        : SignInStage.Code;

    private Results<ContentHttpResult, StatusCodeHttpResult> Show(HttpResponse response, PendingSignIn pending, string secret) =>
        pending.Stage switch
        {
            SignInStage.SecondFactor => SignInPage.AskCode(response, pending.RedirectUri, secret),
            SignInStage.NewPassword => SignInPage.AskNewPassword(response, pending.RedirectUri, secret, options.Value.PasswordLength),
            _ => SignInPage.SendTo(response, pending.Request.Answer(secret, tokens.Value.Issuer)),
        };
}
