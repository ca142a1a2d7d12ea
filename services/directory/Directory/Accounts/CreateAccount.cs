using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.People;
using DanVan.Directory.SignIn;
using DanVan.Directory.Units;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Accounts;

public static class CreateAccount
{
    /// <param name="UserName">The name to sign in with: unique, better not a name that tells who it is.</param>
    /// <param name="UnitId">The unit in whose subtree the account acts: the caller's own or one below.</param>
    /// <param name="PersonId">Whose account it is, where the register knows the person.</param>
    public sealed record Request(
        [Pattern(
            "[a-z0-9][a-z0-9._-]{2,63}",
            Vi = "3 đến 64 ký tự a–z, 0–9, “.”, “_”, “-”, bắt đầu bằng chữ hoặc số",
            En = "3 to 64 characters a–z, 0–9, “.”, “_”, “-”, the first a letter or digit"
        )]
            string UserName,
        Guid UnitId,
        Guid? PersonId
    );

    public static void Map(RouteGroupBuilder accounts) =>
        accounts
            .MapPost("/", Handle)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Lập tài khoản; mật khẩu ban đầu chỉ hiện một lần / Make a staff account; its initial password is shown once")
            .WithExample(new Request("cb-0012", RootUnit.Id, PersonId: null));

    static async Task<Results<Created<AccountWithPassword>, NotFound, ProblemHttpResult>> Handle(
        Request request,
        HttpResponse response,
        DirectoryDb db,
        Caller caller,
        Passwords passwords,
        IOptions<SignInOptions> options,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var today = clock.Today();
        if (
            !await db.Reaches(caller, request.UnitId, today, ct)
            || !await db.UnitsAsOf(today).AnyAsync(unit => unit.Id == request.UnitId, ct)
        )
            return UnitRejections.OutOfReach("unitId").ToProblem();
        if (request.PersonId is { } person && !await db.PeopleOf(caller, today).AnyAsync(known => known.Id == person, ct))
            return AccountRejections.UnknownPerson.ToProblem();
        if (await db.Accounts.AnyAsync(known => known.UserName == request.UserName, ct))
            return AccountRejections.UserNameTaken.ToProblem();

        var (now, password) = (clock.GetUtcNow(), SpokenSecret.New());
        var account = new Account
        {
            Id = Guid.CreateVersion7(now),
            UserName = request.UserName,
            UnitId = request.UnitId,
            PersonId = request.PersonId,
            Created = now,
        };
        account.GiveInitialPassword(passwords.Hash(password), now + options.Value.InitialPassword);
        db.Accounts.Add(account);
        db.Announce(account, new AccountCreated(account.Id, account.UnitId, account.PersonId));
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Created($"/api/v1/accounts/{account.Id}", new AccountWithPassword(AccountView.Of(account, now), password));
    }
}
