using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>Takes off a lock that failed sign-ins put on, before its time.</summary>
public static class UnlockAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/{id:guid}/unlocking", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Gỡ tạm khóa đăng nhập / Take off the lock of failed sign-ins");

    static async Task<Results<Ok<AccountView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        SignInAttempts attempts,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await db.AccountsOf(caller, clock).AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, ct) is not { } account)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(account.Version) is { } stale)
            return stale;
        var wasLocked = false;
        Account? unlocked = null;
        await attempts.Under(
            SignInKey.Of(account),
            (guard, locked) =>
            {
                wasLocked = guard.IsLocked(now);
                if (wasLocked)
                    guard.Clear();
                unlocked = locked;
                return Task.CompletedTask;
            },
            ct
        );
        return wasLocked ? TypedResults.Ok(AccountView.Of(unlocked!, now)) : AccountRejections.IsNotLocked.ToProblem();
    }
}
