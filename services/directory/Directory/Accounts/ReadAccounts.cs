using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

public static class ReadAccounts
{
    public static void Map(RouteGroupBuilder accounts)
    {
        accounts
            .MapGet("/", List)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Tài khoản trong phạm vi đơn vị / Staff accounts of the caller's subtree");
        accounts.MapGet("/{id:guid}", Get).RequireScope(Scopes.DirectoryAdmin).WithSummary("Một tài khoản / A staff account");
    }

    static async Task<Ok<Page<AccountView>>> List(
        Guid? unitId,
        Guid? personId,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (now, accounts) = (clock.GetUtcNow(), db.AccountsOf(caller, clock));
        if (unitId is not null)
            accounts = accounts.Where(account => account.UnitId == unitId);
        if (personId is not null)
            accounts = accounts.Where(account => account.PersonId == personId);
        return TypedResults.Ok(await accounts.ToPage(page, account => account.Id, account => AccountView.Of(account, now), ct));
    }

    static async Task<Results<Ok<AccountView>, NotFound>> Get(
        Guid id,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.AccountsOf(caller, clock).AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, ct) is { } account
            ? TypedResults.Ok(AccountView.Of(account, clock.GetUtcNow()))
            : TypedResults.NotFound();
}
