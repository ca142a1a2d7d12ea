using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TokenOptions = DanVan.Directory.Tokens.TokenOptions;

namespace DanVan.Directory.Accounts;

/// <summary>
/// Whoever calls with the token of an account shows to be its owner before changing what it is signed in with. Failures count like those of the sign-in page.
/// </summary>
internal sealed class OwnerProof(
    DirectoryDb db,
    SignInAttempts attempts,
    Passwords passwords,
    SecondFactor secondFactor,
    IOptions<TokenOptions> tokens,
    TimeProvider clock
)
{
    /// <summary>The caller's own account; null for a caller that is no member of staff.</summary>
    public async Task<Account?> AccountOf(Caller caller, CancellationToken ct) =>
        StaffSubject.AccountOf(caller, tokens.Value.Issuer) is { } id
            ? await db.Accounts.AsNoTracking().SingleOrDefaultAsync(known => known.Id == id && known.Disabled == null, ct)
            : null;

    /// <summary>Checks the password of the account.</summary>
    public async Task<Rejection?> Password(Account account, string password, CancellationToken ct)
    {
        var key = SignInKey.Of(account);
        var allowed = await attempts.Begin(key, ct);
        var match = await passwords.Check(allowed ? account.PasswordHash : null, password, ct);
        if (match is PasswordMatch.Busy or PasswordMatch.Wrong)
        {
            await (match is PasswordMatch.Busy ? attempts.NotLookedAt(key, ct) : attempts.Failed(key, ct));
            return match is PasswordMatch.Busy ? AccountRejections.Busy : AccountRejections.NotProven;
        }
        await attempts.NotLookedAt(key, ct);
        return null;
    }

    /// <summary>Takes a code of the second factor, or a recovery code, and then does something with the account under its lock.</summary>
    public async Task<Rejection?> Code(Account account, string code, Action<Account> then, CancellationToken ct)
    {
        var right = await attempts.Try(
            SignInKey.Of(account),
            (guard, locked) =>
            {
                if (locked.Disabled is not null || secondFactor.Takes(locked, code, clock.GetUtcNow()) is CodeTaken.Nothing)
                    return Task.FromResult(false);
                guard.HalfWay();
                then(locked);
                return Task.FromResult(true);
            },
            ct
        );
        return right ? null : AccountRejections.NotProven;
    }
}
