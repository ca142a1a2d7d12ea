using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>Closes an account: no sign-in and no refresh from now on; access tokens that it holds end within ten minutes.</summary>
public static class DisableAccount
{
    /// <param name="Reason">Why; it stays in the register.</param>
    public sealed record Request([Text(500)] string Reason);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/{id:guid}/disabling", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Khóa tài khoản / Close an account at once")
            .WithExample(new Request("Chuyển công tác"));

    static async Task<Results<Ok<AccountView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var now = clock.GetUtcNow();
        if (await db.AccountsOf(caller, clock).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } account)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(account.Version) is { } stale)
            return stale;
        if (account.Disabled is not null)
            return AccountRejections.IsDisabled.ToProblem();
        account.Disable(request.Reason, now);
        db.Announce(account, new AccountDisabled(account.Id));
        await db.EndSessions(account.Id, SessionEnd.Disabled, now, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AccountView.Of(account, now));
    }
}
