using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Directory.Reorganisations;

internal static class ReorganisationQueries
{
    /// <summary>
    /// Those whose units all stood in the caller's subtree on the day before they take effect. The only way in which use cases find reorganisations.
    /// </summary>
    public static IQueryable<ReorganisationPlan> PlansFor(this DirectoryDb db, Caller caller)
    {
        if (caller.IsRoot())
            return db.ReorganisationPlans;
        var own = caller.UnitId ?? Guid.Empty;
        var known = db.Database.SqlQuery<Guid>(
            $"""
            select plan.id as "Value" from reorganisation_plans plan
            where plan.unit_id = {own} or exists (select from line_of(plan.unit_id, plan.effective_on - 1) line where line.id = {own})
            """
        );
        return db.ReorganisationPlans.Where(plan => known.Contains(plan.Id));
    }

    /// <summary>What a draft comes to, by the registry and the signed reorganisations as they are stored.</summary>
    public static async Task<PlanVerdict> Check(this DirectoryDb db, DraftTerms draft, Caller caller, CancellationToken ct)
    {
        var signed = await db.ReorganisationPlans.AsNoTracking().Where(plan => plan.State == PlanState.Signed).ToListAsync(ct);
        return PlanChecks.Check(await db.Register(ct), signed, draft, caller);
    }

    public static async Task<UnitRegistry> Register(this DirectoryDb db, CancellationToken ct) =>
        new(await db.Units.AsNoTracking().ToListAsync(ct));

    /// <summary>What the services answered to the last question about a reorganisation.</summary>
    public static Task<List<ImpactAnswer>> AnswersTo(this DirectoryDb db, ReorganisationPlan plan, CancellationToken ct) =>
        db
            .ImpactAnswers.AsNoTracking()
            .Where(answer => answer.PlanId == plan.Id && answer.Round == plan.Round)
            .OrderBy(answer => answer.Service)
            .ToListAsync(ct);
}
