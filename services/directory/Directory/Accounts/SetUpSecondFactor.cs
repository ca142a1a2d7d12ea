using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Directory.Accounts;

/// <summary>The owner sets up a second factor in two steps: a secret for the authenticator program, then a code of it, which makes it count.</summary>
public static class SetUpSecondFactor
{
    /// <param name="CurrentPassword">The password: a stolen token sets up nothing.</param>
    public sealed record Request([Text(PasswordRules.Longest)] string CurrentPassword);

    /// <param name="Secret">For typing into an authenticator program (Base32).</param>
    /// <param name="Uri">The same as a link, or to be drawn as a QR code.</param>
    public sealed record Offer(string Secret, string Uri);

    /// <param name="Code">Six digits of the authenticator program.</param>
    public sealed record Confirmation([Text(20)] string Code);

    /// <param name="Account">The account.</param>
    /// <param name="RecoveryCodes">Each stands in for the authenticator once; they are not kept and cannot be shown again.</param>
    public sealed record WithRecoveryCodes(AccountView Account, IReadOnlyList<string> RecoveryCodes);

    public static void Map(RouteGroupBuilder accounts)
    {
        accounts
            .MapPost("/me/second-factor", Begin)
            .RequireAuthorization()
            .WithoutIdempotency()
            .WithSummary("Bắt đầu cài đặt xác thực hai lớp / Begin to set up a second factor")
            .WithExample(new Request("một câu dài dễ nhớ của riêng tôi"));
        accounts
            .MapPost("/me/second-factor/confirmation", Confirm)
            .RequireAuthorization()
            .WithoutIdempotency()
            .WithSummary("Xác nhận bằng một mã; nhận mã dự phòng / Confirm it by a code, and get recovery codes, shown once")
            .WithExample(new Confirmation("123456"));
    }

    static async Task<Results<Ok<Offer>, NotFound, ProblemHttpResult>> Begin(
        Request request,
        HttpResponse response,
        Caller caller,
        OwnerProof owner,
        SignInAttempts attempts,
        SecondFactor secondFactor,
        CancellationToken ct
    )
    {
        if (await owner.AccountOf(caller, ct) is not { } account)
            return TypedResults.NotFound();
        if (account.Totp is not null)
            return AccountRejections.HasSecondFactor.ToProblem();
        if (await owner.Password(account, request.CurrentPassword, ct) is { } unproven)
            return unproven.ToProblem();
        var (secret, encrypted) = secondFactor.New(account);
        await attempts.Under(
            SignInKey.Of(account),
            (_, locked) =>
            {
                if (locked!.Totp is null)
                    locked.OfferSecondFactor(encrypted);
                return Task.CompletedTask;
            },
            ct
        );
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Offer(Totp.ToBase32(secret), Totp.Uri(secret, "DanVan", account.UserName)));
    }

    static async Task<Results<Ok<WithRecoveryCodes>, NotFound, ProblemHttpResult>> Confirm(
        Confirmation request,
        HttpResponse response,
        DirectoryDb db,
        Caller caller,
        OwnerProof owner,
        SignInAttempts attempts,
        SecondFactor secondFactor,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await owner.AccountOf(caller, ct) is not { } account)
            return TypedResults.NotFound();
        if (account.TotpPending is null)
            return AccountRejections.NothingOffered.ToProblem();
        var codes = RecoveryCode.NewCodes();
        AccountView? view = null;
        var right = await attempts.Try(
            SignInKey.Of(account),
            (guard, locked) =>
            {
                var now = clock.GetUtcNow();
                if (locked.TotpPending is not { } pending || !secondFactor.TakesDigits(locked, pending, request.Code, now))
                    return Task.FromResult(false);
                guard.HalfWay();
                locked.SetSecondFactor(codes);
                db.Announce(locked, new SecondFactorSet(locked.Id));
                view = AccountView.Of(locked, now);
                return Task.FromResult(true);
            },
            ct
        );
        response.Headers.CacheControl = "no-store";
        return right ? TypedResults.Ok(new WithRecoveryCodes(view!, codes)) : AccountRejections.NotProven.ToProblem();
    }
}
