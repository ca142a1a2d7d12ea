using DanVan.Chassis.Auth;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Accounts;

/// <summary>What a member of staff may do with the own account: signed in, without any scope.</summary>
public static class OwnAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts.MapGet("/me", Handle).RequireAuthorization().WithSummary("Tài khoản của người gọi / The caller's own account");

    static async Task<Results<Ok<AccountView>, NotFound>> Handle(
        Caller caller,
        OwnerProof owner,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await owner.AccountOf(caller, ct) is { } account
            ? TypedResults.Ok(AccountView.Of(account, clock.GetUtcNow()))
            : TypedResults.NotFound();
}
