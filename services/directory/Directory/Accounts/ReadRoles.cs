using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Accounts;

/// <summary>The common roles, for every unit to see what it may give.</summary>
public static class ReadRoles
{
    public static void Map(RouteGroupBuilder roles)
    {
        roles.MapGet("/", List).RequireScope(Scopes.DirectoryRead).WithSummary("Các vai trò / The roles");
        roles.MapGet("/{id:guid}", Get).RequireScope(Scopes.DirectoryRead).WithSummary("Một vai trò / A role");
    }

    static async Task<Ok<Page<RoleView>>> List([AsParameters] PageRequest page, DirectoryDb db, CancellationToken ct) =>
        TypedResults.Ok(await db.Roles.ToPage(page, role => role.Id, RoleView.Of, ct));

    static async Task<Results<Ok<RoleView>, NotFound>> Get(Guid id, DirectoryDb db, CancellationToken ct) =>
        await db.Roles.AsNoTracking().SingleOrDefaultAsync(role => role.Id == id, ct) is { } role
            ? TypedResults.Ok(RoleView.Of(role))
            : TypedResults.NotFound();
}
