using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>Gives an account a role for a time. Nobody gives what the giver does not have.</summary>
public static class GiveRole
{
    /// <param name="RoleId">The role.</param>
    /// <param name="From">First day; today unless told.</param>
    /// <param name="To">First day on which it no longer holds; without end unless told.</param>
    public sealed record Request(Guid RoleId, [BusinessDate] DateOnly? From, [BusinessDate] DateOnly? To);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/{id:guid}/roles", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Cấp vai trò cho tài khoản / Give an account a role for a time")
            .WithExample(new Request(new Guid("019cfa1c-5000-7000-8000-0000000000a1"), new(2026, 8, 1), new(2027, 1, 1)));

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
        if (await db.AccountsOf(caller, clock).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } account)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(account.Version) is { } stale)
            return stale;
        if (!await db.Roles.AnyAsync(role => role.Id == request.RoleId, ct))
            return AccountRejections.UnknownRole.ToProblem();
        if (await db.RefuseMoreThanOwn(caller, [request.RoleId], ct) is { } more)
            return more.ToProblem();
        var from = request.From ?? clock.Today();
        if (request.To <= from)
            return AccountRejections.RoleEndsBeforeItBegins.ToProblem();

        var role = new RoleGrant
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            RoleId = request.RoleId,
            ValidFrom = from,
            ValidTo = request.To,
        };
        account.Roles.Add(role);
        db.Announce(account, new AccountRoleGiven(account.Id, role.RoleId, role.Id, role.ValidFrom, role.ValidTo));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(AccountView.Of(account, clock.GetUtcNow()));
    }
}
