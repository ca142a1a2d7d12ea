using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

/// <summary>Gives up a draft.</summary>
public static class WithdrawReorganisation
{
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(500)] string Reason);

    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapPost("/{id:guid}/withdrawal", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .RequireIfMatch()
            .WithSummary("Rút dự thảo phương án sắp xếp / Withdraw a draft")
            .WithExample(new Request("Chưa thống nhất phương án; lấy thêm ý kiến Nhân dân."));

    static async Task<Results<Ok<PlanView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        DirectoryDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.PlansFor(caller).SingleOrDefaultAsync(known => known.Id == id, ct) is not { } plan)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(plan.Version) is { } stale)
            return stale;
        if (plan.Withdraw(request.Reason) is { } refused)
            return refused.ToProblem();
        db.Announce(plan, new ReorganisationWithdrawn(plan.Id));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PlanView.Of(plan));
    }
}
