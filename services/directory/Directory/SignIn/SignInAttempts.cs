using DanVan.Directory.Accounts;
using DanVan.Directory.Contracts.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.SignIn;

/// <summary>Under which name a sign-in is tried: an account's, or one that nobody has.</summary>
internal readonly record struct SignInKey(Guid Guard, Guid? Account)
{
    public static SignInKey Of(Account account) => new(account.Id, account.Id);

    public static SignInKey Of(string userName, Account? account) =>
        account is null ? new(SignInGuard.OfUnknown(userName), null) : Of(account);
}

/// <summary>Takes the guard of a name, one sign-in after the other in all instances. A sign-in under a name that nobody has does the same work.</summary>
internal sealed class SignInAttempts(DirectoryDb db, IOptions<SignInOptions> options, TimeProvider clock)
{
    private LockoutOptions Lockout => options.Value.Lockout;

    /// <summary>Whether a password may be looked at now; the try is counted already.</summary>
    public async Task<bool> Begin(SignInKey key, CancellationToken ct)
    {
        var allowed = false;
        await Under(key, (guard, _) => Task.FromResult(allowed = guard.Begin(clock.GetUtcNow(), Lockout)), ct);
        return allowed;
    }

    /// <summary>The try has failed; one that was not allowed is written down as well, for it to take as long.</summary>
    public Task Failed(SignInKey key, CancellationToken ct) =>
        Under(
            key,
            (guard, _) =>
            {
                guard.Failed(clock.GetUtcNow(), Lockout);
                return Task.CompletedTask;
            },
            ct
        );

    /// <summary>The try was begun and then not made: it does not count.</summary>
    public Task NotLookedAt(SignInKey key, CancellationToken ct) =>
        Under(
            key,
            (guard, _) =>
            {
                guard.HalfWay();
                return Task.CompletedTask;
            },
            ct
        );

    /// <summary>A try whose outcome is known at once, within the lock: a code of six digits.</summary>
    /// <returns>Whether it was right.</returns>
    public async Task<bool> Try(SignInKey key, Func<SignInGuard, Account, Task<bool>> isRight, CancellationToken ct)
    {
        var right = false;
        await Under(
            key,
            async (guard, account) =>
            {
                if (!guard.Begin(clock.GetUtcNow(), Lockout) || account is null)
                    return;
                right = await isRight(guard, account);
                if (!right)
                    guard.Failed(clock.GetUtcNow(), Lockout);
            },
            ct
        );
        return right;
    }

    /// <summary>
    /// Does something in a transaction that holds the guard, then the account: in this order everywhere. A lock or its end that comes of it is announced.
    /// </summary>
    public async Task Under(SignInKey key, Func<SignInGuard, Account?, Task> act, CancellationToken ct)
    {
        // What was read before the locks may have changed since.
        db.ChangeTracker.Clear();
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await using var _ = own;
        await db.Database.ExecuteSqlAsync(
            $"insert into sign_in_guards (id, failures, locks) values ({key.Guard}, 0, 0) on conflict do nothing",
            ct
        );
        var guard = await db.SignInGuards.FromSql($"select * from sign_in_guards where id = {key.Guard} for update").SingleAsync(ct);
        var account = await db
            .Accounts.FromSql($"select * from accounts where id = {key.Account ?? key.Guard} for update")
            .SingleOrDefaultAsync(ct);
        await act(guard, account);
        db.Entry(guard).Property(g => g.LastTry).IsModified = true;
        await db.SaveChangesAsync(ct);
        if (account is not null)
            await TellOfLock(account, guard.LockedUntil, ct);
        if (own is not null)
            await own.CommitAsync(ct);
    }

    private async Task TellOfLock(Account account, DateTimeOffset? lockedUntil, CancellationToken ct)
    {
        if (account.LockedUntil == lockedUntil)
            return;
        var wasLocked = clock.GetUtcNow() < account.LockedUntil;
        account.LockedUntil = lockedUntil;
        if (lockedUntil is { } until)
            db.Announce(account, new AccountLocked(account.Id, until));
        else if (wasLocked)
            db.Announce(account, new AccountUnlocked(account.Id));
        await db.SaveChangesAsync(ct);
    }
}
