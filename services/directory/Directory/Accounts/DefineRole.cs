using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Directory.Clients;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>The root unit makes a role, or changes what a role permits; accounts that have it get tokens accordingly within ten minutes.</summary>
public static class DefineRole
{
    /// <param name="Id">Identity, when the caller has one; made here otherwise.</param>
    /// <param name="Code">Its code, unique.</param>
    /// <param name="Name">What people call it.</param>
    /// <param name="Scopes">What it permits: nothing that the caller does not have.</param>
    public sealed record Request(
        Guid? Id,
        [Pattern(
            "[a-z0-9][a-z0-9._-]{1,63}",
            Vi = "2 đến 64 ký tự a–z, 0–9, “.”, “_”, “-”",
            En = "2 to 64 characters a–z, 0–9, “.”, “_”, “-”"
        )]
            string Code,
        [Text(200)] string Name,
        [Items(0, 50)] IReadOnlyList<string> Scopes
    );

    /// <param name="Name">What people call it.</param>
    /// <param name="Scopes">What it permits; none, and it permits nothing any more.</param>
    public sealed record Change([Text(200)] string Name, [Items(0, 50)] IReadOnlyList<string> Scopes);

    public static void Map(RouteGroupBuilder roles)
    {
        roles
            .MapPost("/", Make)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Lập vai trò / Make a role")
            .WithExample(
                new Request(
                    new Guid("019cfa1c-5000-7000-8000-0000000000a1"),
                    "don-thu.can-bo",
                    "Cán bộ tiếp nhận đơn thư",
                    ["directory.read", "petitions.read", "petitions.write"]
                )
            );
        roles
            .MapPut("/{id:guid}", Alter)
            .RequireScope(Scopes.DirectoryAdmin)
            .WithSummary("Sửa vai trò / Change the name of a role and what it permits")
            .WithExample(new Change("Cán bộ tiếp nhận đơn thư", ["directory.read", "petitions.read"]));
    }

    static async Task<Results<Created<RoleView>, ProblemHttpResult>> Make(
        Request request,
        DirectoryDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (!caller.IsRoot())
            return AccountRejections.OnlyTheRoot.ToProblem();
        if (ClientRights.Refuse(request.Scopes, caller) is { } refused)
            return refused.ToProblem();
        if (await db.Roles.AnyAsync(known => known.Id == request.Id, ct))
            return AccountRejections.RoleExists.ToProblem();
        if (await db.Roles.AnyAsync(known => known.Code == request.Code, ct))
            return AccountRejections.RoleCodeTaken.ToProblem();
        var role = new Role
        {
            Id = request.Id ?? Guid.CreateVersion7(clock.GetUtcNow()),
            Code = request.Code,
            Name = request.Name,
            Scopes = Sorted(request.Scopes),
        };
        db.Roles.Add(role);
        db.Announce(role, role.Defined());
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/roles/{role.Id}", RoleView.Of(role));
    }

    static async Task<Results<Ok<RoleView>, NotFound, ProblemHttpResult>> Alter(
        Guid id,
        Change request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.Roles.SingleOrDefaultAsync(known => known.Id == id, ct) is not { } role)
            return TypedResults.NotFound();
        if (!caller.IsRoot())
            return AccountRejections.OnlyTheRoot.ToProblem();
        if (ifMatch.Refuses(role.Version) is { } stale)
            return stale;
        // What a role permitted before may stay in it; what is new must be the caller's to give.
        if (ClientRights.Refuse(request.Scopes.Except(role.Scopes), caller) is { } refused)
            return refused.ToProblem();
        (role.Name, role.Scopes) = (request.Name, Sorted(request.Scopes));
        db.Announce(role, role.Defined());
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(RoleView.Of(role));
    }

    static string[] Sorted(IEnumerable<string> scopes) => [.. scopes.Distinct().Order(StringComparer.Ordinal)];
}
