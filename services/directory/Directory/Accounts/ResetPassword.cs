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

/// <summary>Gives an account whose owner cannot get in a new initial password. Its sessions end, its lock is taken off.</summary>
public static class ResetPassword
{
    /// <param name="RemoveSecondFactor">Whether the owner lost the second factor as well.</param>
    public sealed record Request(bool RemoveSecondFactor);

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/{id:guid}/password-reset", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Cấp lại mật khẩu ban đầu, chỉ hiện một lần / Give an account a new initial password, shown once")
            .WithExample(new Request(RemoveSecondFactor: false));

    static async Task<Results<Ok<AccountWithPassword>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        HttpResponse response,
        DirectoryDb db,
        Caller caller,
        InitialPassword initial,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.AccountsOf(caller, clock).AsNoTracking().SingleOrDefaultAsync(known => known.Id == id, ct) is not { } account)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(account.Version) is { } stale)
            return stale;
        if (account.Disabled is not null)
            return AccountRejections.IsDisabled.ToProblem();
        if (await initial.Refuse(caller, account, ct) is { } refused)
            return refused.ToProblem();

        var answer = await initial.Give(
            account,
            changed =>
            {
                if (request.RemoveSecondFactor)
                    changed.RemoveSecondFactor();
                return new AccountPasswordReset(changed.Id, request.RemoveSecondFactor);
            },
            SessionEnd.PasswordReset,
            ct
        );
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(answer);
    }
}
