using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Accounts;

/// <summary>The owner takes the second factor away, with the password and a code of it.</summary>
public static class RemoveSecondFactor
{
    /// <param name="CurrentPassword">The password.</param>
    /// <param name="Code">A code of the authenticator program, or a recovery code.</param>
    public sealed record Request([Text(PasswordRules.Longest)] string CurrentPassword, [Text(40)] string Code);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/me/second-factor/removal", Handle)
            .RequireAuthorization()
            .WithoutIdempotency()
            .WithSummary("Gỡ xác thực hai lớp / Take the second factor away")
            .WithExample(new Request("một câu dài dễ nhớ của riêng tôi", "123456"));

    static async Task<Results<Ok<AccountView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        DirectoryDb db,
        Caller caller,
        OwnerProof owner,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await owner.AccountOf(caller, ct) is not { } account)
            return TypedResults.NotFound();
        if (account.Totp is null)
            return AccountRejections.NoSecondFactor.ToProblem();
        if (await owner.Password(account, request.CurrentPassword, ct) is { } wrongPassword)
            return wrongPassword.ToProblem();
        AccountView? view = null;
        var wrongCode = await owner.Code(
            account,
            request.Code,
            locked =>
            {
                locked.RemoveSecondFactor();
                db.Announce(locked, new SecondFactorRemoved(locked.Id));
                view = AccountView.Of(locked, clock.GetUtcNow());
            },
            ct
        );
        return wrongCode is null ? TypedResults.Ok(view!) : wrongCode.ToProblem();
    }
}
