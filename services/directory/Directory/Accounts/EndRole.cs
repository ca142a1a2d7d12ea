using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>Takes a role from an account. Tokens issued before carry its scopes for ten minutes at most.</summary>
public static class EndRole
{
    /// <param name="On">First day on which it no longer holds; today, which is at once, unless told.</param>
    public sealed record Request([BusinessDate] DateOnly? On);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/{id:guid}/roles/{grantId:guid}/ending", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Thu hồi vai trò của tài khoản / Take a role from an account")
            .WithExample(new Request(new DateOnly(2026, 12, 31)));

    static async Task<Results<Ok<AccountView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Guid grantId,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.AccountsOf(caller, clock).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } account)
            return TypedResults.NotFound();
        if (account.Roles.Find(known => known.Id == grantId) is not { } role)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(account.Version) is { } stale)
            return stale;
        var on = request.On ?? clock.Today();
        if (role.ValidTo <= on)
            return AccountRejections.RoleHasEnded.ToProblem();

        // One that ends before it begins was never had.
        if (on <= role.ValidFrom)
            account.Roles.Remove(role);
        else
            role.ValidTo = on;
        db.Announce(account, new AccountRoleEnded(account.Id, role.RoleId, role.Id, on));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AccountView.Of(account, clock.GetUtcNow()));
    }
}
