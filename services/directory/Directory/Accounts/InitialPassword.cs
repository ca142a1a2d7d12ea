using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.SignIn;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Accounts;

/// <summary>Gives an account that exists an initial password: it goes through the hands of an administrator, so what the account holds open is ended.</summary>
internal sealed class InitialPassword(
    DirectoryDb db,
    SignInAttempts attempts,
    Passwords passwords,
    IOptions<SignInOptions> options,
    TimeProvider clock
)
{
    /// <summary>Whether the caller may hold this account's password.</summary>
    public Task<Rejection?> Refuse(Caller caller, Account account, CancellationToken ct)
    {
        var today = clock.Today();
        return db.RefuseMoreThanOwn(caller, account.Roles.Where(role => role.HoldsFrom(today)).Select(role => role.RoleId), ct);
    }

    /// <summary>Gives it, ends the sessions and takes off the lock.</summary>
    /// <param name="account">As it was read; one that was changed meanwhile is refused as such.</param>
    /// <param name="change">What else happens to the account; answers the event that tells of it.</param>
    /// <param name="end">Why its sessions end.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<AccountWithPassword> Give(Account account, Func<Account, object> change, SessionEnd end, CancellationToken ct)
    {
        var (now, password) = (clock.GetUtcNow(), SpokenSecret.New());
        var hash = passwords.Hash(password);
        AccountView? view = null;
        await attempts.Under(
            SignInKey.Of(account),
            async (guard, locked) =>
            {
                if (locked is null || locked.Version != account.Version)
                    throw new DbUpdateConcurrencyException("The account was changed by somebody else.");
                locked.GiveInitialPassword(hash, now + options.Value.InitialPassword);
                guard.Clear();
                locked.LockedUntil = null;
                db.Announce(locked, change(locked));
                await db.EndSessions(locked.Id, end, now, ct);
                view = AccountView.Of(locked, now);
            },
            ct
        );
        return new(view!, password);
    }
}
