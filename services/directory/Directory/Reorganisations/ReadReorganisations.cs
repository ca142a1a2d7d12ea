using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

public static class ReadReorganisations
{
    public static void Map(RouteGroupBuilder reorganisations)
    {
        reorganisations
            .MapGet("/", List)
            .RequireScope(Scopes.DirectoryReorganise)
            .WithSummary("Các phương án sắp xếp trong phạm vi của người gọi / Reorganisations within the caller's subtree");
        reorganisations
            .MapGet("/{id:guid}", Get)
            .RequireScope(Scopes.DirectoryReorganise)
            .WithSummary("Một phương án sắp xếp / A reorganisation");
    }

    static async Task<Ok<Page<PlanLine>>> List(
        PlanState? state,
        [AsParameters] PageRequest page,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        TypedResults.Ok(
            await db.PlansFor(caller).Where(plan => state == null || plan.State == state).ToPage(page, plan => plan.Id, PlanLine.Of, ct)
        );

    static async Task<Results<Ok<PlanView>, NotFound>> Get(Guid id, DirectoryDb db, Caller caller, CancellationToken ct) =>
        await db.PlansFor(caller).AsNoTracking().SingleOrDefaultAsync(plan => plan.Id == id, ct) is { } plan
            ? TypedResults.Ok(PlanView.Of(plan))
            : TypedResults.NotFound();
}
