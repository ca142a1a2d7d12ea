using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Accounts;

/// <summary>The owner chooses another password; every session ends, so that one signs in with it everywhere.</summary>
public static class ChangeOwnPassword
{
    /// <param name="CurrentPassword">The password until now.</param>
    /// <param name="NewPassword">The one from now on.</param>
    public sealed record Request([Text(PasswordRules.Longest)] string CurrentPassword, [Text(PasswordRules.Longest)] string NewPassword);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/me/password", Handle)
            .RequireAuthorization()
            // What remembers a request by its key keeps a plain hash of the body: not of one that holds passwords.
            .WithoutIdempotency()
            .WithSummary("Đổi mật khẩu của mình / Change the own password")
            .WithExample(new Request("abcd-efgh-ijkm-npqr", "một câu dài dễ nhớ của riêng tôi"));

    static async Task<Results<Ok<AccountView>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        OwnerProof owner,
        SignInAttempts attempts,
        Passwords passwords,
        IOptions<SignInOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await owner.AccountOf(caller, ct) is not { } account)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(account.Version) is { } stale)
            return stale;
        if (await owner.Password(account, request.CurrentPassword, ct) is { } unproven)
            return unproven.ToProblem();
        if (request.NewPassword == request.CurrentPassword)
            return PasswordRules.SameAsBefore.ToProblem();
        if (PasswordRules.Refuse(request.NewPassword, account.UserName, options.Value.PasswordLength) is { } refused)
            return refused.ToProblem();

        var (now, hash) = (clock.GetUtcNow(), passwords.Hash(request.NewPassword));
        AccountView? view = null;
        await attempts.Under(
            SignInKey.Of(account),
            async (_, locked) =>
            {
                if (locked!.PasswordHash != account.PasswordHash)
                    throw new DbUpdateConcurrencyException("The password was changed by somebody else.");
                locked.ChangePassword(hash);
                db.Announce(locked, new AccountPasswordChanged(locked.Id));
                await db.EndSessions(locked.Id, SessionEnd.PasswordChanged, now, ct);
                view = AccountView.Of(locked, now);
            },
            ct
        );
        return TypedResults.Ok(view!);
    }
}
