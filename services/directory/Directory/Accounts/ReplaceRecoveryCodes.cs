using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Accounts;

/// <summary>The owner takes new recovery codes, when the old ones are used up or lost; those are void.</summary>
public static class ReplaceRecoveryCodes
{
    /// <param name="Code">A code of the authenticator program, or the last recovery code.</param>
    public sealed record Request([Text(40)] string Code);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/me/recovery-codes", Handle)
            .RequireAuthorization()
            .WithoutIdempotency()
            .WithSummary("Lấy mã dự phòng mới, chỉ hiện một lần / Take new recovery codes, shown once")
            .WithExample(new Request("123456"));

    static async Task<Results<Ok<SetUpSecondFactor.WithRecoveryCodes>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        HttpResponse response,
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
        var codes = RecoveryCode.NewCodes();
        AccountView? view = null;
        var wrong = await owner.Code(
            account,
            request.Code,
            locked =>
            {
                locked.ReplaceRecoveryCodes(codes);
                db.Announce(locked, new RecoveryCodesReplaced(locked.Id));
                view = AccountView.Of(locked, clock.GetUtcNow());
            },
            ct
        );
        response.Headers.CacheControl = "no-store";
        return wrong is null ? TypedResults.Ok(new SetUpSecondFactor.WithRecoveryCodes(view!, codes)) : wrong.ToProblem();
    }
}
