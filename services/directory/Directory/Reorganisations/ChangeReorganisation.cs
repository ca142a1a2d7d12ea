using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

/// <summary>Puts another draft in place of a draft. What was asked about the draft before does not count for the new one.</summary>
public static class ChangeReorganisation
{
    public static void Map(RouteGroupBuilder reorganisations) =>
        reorganisations
            .MapPut("/{id:guid}", Handle)
            .RequireScope(Scopes.DirectoryReorganise)
            .RequireIfMatch()
            .WithSummary("Sửa dự thảo phương án sắp xếp / Change a draft")
            .WithExample(DraftReorganisation.Example);

    static async Task<Results<Ok<PlanView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        DraftReorganisation.Request request,
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
        var terms = request.ToTerms();
        var verdict = await db.Check(terms, caller, ct);
        if (plan.Draft(terms, verdict.UnitId) is { } refused)
            return refused.ToProblem();
        if (verdict.ToProblem() is { } problem)
            return problem;
        db.Announce(plan, DraftReorganisation.Drafted(plan));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(PlanView.Of(plan));
    }
}
