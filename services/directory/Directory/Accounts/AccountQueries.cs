using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

internal static class AccountQueries
{
    /// <summary>The accounts of the caller's unit and of those below it today. The only way in which administrators find accounts.</summary>
    public static IQueryable<Account> AccountsOf(this DirectoryDb db, Caller caller, TimeProvider clock)
    {
        if (caller.IsRoot())
            return db.Accounts;
        var own = caller.UnitId ?? Guid.Empty;
        var below = db.Subtree(own, clock.Today());
        return db.Accounts.Where(account => account.UnitId == own || below.Contains(account.UnitId));
    }

    /// <summary>The scopes of an account on a day: the union of its roles.</summary>
    public static async Task<string[]> ScopesOn(this DirectoryDb db, Account account, DateOnly date, CancellationToken ct)
    {
        var ids = account.RolesOn(date).ToList();
        return Union(await db.Roles.AsNoTracking().Where(role => ids.Contains(role.Id)).Select(role => role.Scopes).ToListAsync(ct));
    }

    /// <summary>
    /// Who gets the password of an account into hand, or gives it a role, could act with all that it may do, today or later: only for accounts that have no
    /// more than the caller.
    /// </summary>
    public static async Task<Rejection?> RefuseMoreThanOwn(
        this DirectoryDb db,
        Caller caller,
        IEnumerable<Guid> roles,
        CancellationToken ct
    )
    {
        var ids = roles.ToList();
        var scopes = Union(await db.Roles.AsNoTracking().Where(role => ids.Contains(role.Id)).Select(role => role.Scopes).ToListAsync(ct));
        return scopes.FirstOrDefault(scope => !caller.Has(scope)) is { } more ? AccountRejections.MoreThanOwn(more) : null;
    }

    private static string[] Union(IEnumerable<string[]> scopes) =>
        [.. scopes.SelectMany(some => some).Distinct().Order(StringComparer.Ordinal)];
}
