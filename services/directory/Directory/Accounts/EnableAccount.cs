using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.SignIn;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>Opens a closed account again, with a new initial password: what it was closed with is not trusted.</summary>
public static class EnableAccount
{
    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/{id:guid}/enabling", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Mở lại tài khoản; mật khẩu ban đầu chỉ hiện một lần / Open a closed account; its initial password is shown once");

    static async Task<Results<Ok<AccountWithPassword>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
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
        if (account.Disabled is null)
            return AccountRejections.IsEnabled.ToProblem();
        if (await initial.Refuse(caller, account, ct) is { } refused)
            return refused.ToProblem();
        var answer = await initial.Give(
            account,
            opened =>
            {
                opened.Enable();
                return new AccountEnabled(opened.Id);
            },
            SessionEnd.PasswordReset,
            ct
        );
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(answer);
    }
}
