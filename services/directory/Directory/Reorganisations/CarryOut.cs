using DanVan.Chassis;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Import;
using DanVan.Directory.Units;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Reorganisations;

/// <summary>
/// Carries out a signed reorganisation whose day has come: all units, their events and the reorganisation's own in one transaction. A process that dies
/// in the middle has done nothing.
/// </summary>
internal sealed class CarryOut(DirectoryDb db, IOptions<ReorganisationOptions> options, TimeProvider clock)
{
    /// <summary>Takes the next one in order. False when there is none, or another instance is at it.</summary>
    public async Task<bool> NextDue(DateOnly today, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (
            !await db
                .Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock(hashtext('directory.reorganisations')) as "Value" """)
                .SingleAsync(ct)
        )
            return false;
        if (await Due(today).ToListAsync(ct) is not [var plan])
            return false;
        Actor.Current = plan.SignedBy;
        await using var change = await db.BeginChange(ct);
        var rehearsal = PlanChecks.Try(await db.Register(ct), plan);
        if (rehearsal.Problems.Count > 0)
            await HoldUp(plan, rehearsal.Problems, ct);
        else
            await Record(plan, rehearsal, ct);
        await transaction.CommitAsync(ct);
        return true;
    }

    // What was held up is not tried again before the registry has changed.
    private IQueryable<ReorganisationPlan> Due(DateOnly today) =>
        db.ReorganisationPlans.FromSql(
            $"""
            select plan.* from reorganisation_plans plan, registry
            where plan.state = 'SIGNED' and plan.effective_on <= {today} and plan.held_up_at is distinct from registry.revision
            order by plan.effective_on, plan.signed_at limit 1 for update of plan
            """
        );

    private async Task Record(ReorganisationPlan plan, Rehearsal rehearsal, CancellationToken ct)
    {
        await UnitWriter.Write(db, rehearsal.Changes, ct);
        plan.CarriedOut(clock.GetUtcNow());
        db.Followings.AddRange(options.Value.Participants.Select(service => new Following { PlanId = plan.Id, Service = service }));
        db.Announce(
            plan,
            new ReorganisationCarriedOut(
                plan.Id,
                plan.EffectiveOn,
                plan.LegalBasis!,
                [.. rehearsal.Endings.Select(ending => new UnitEnding(ending.UnitId, ending.SuccessorIds, ending.HeirId))]
            )
        );
        await db.SaveChangesAsync(ct);
    }

    private async Task HoldUp(ReorganisationPlan plan, IReadOnlyList<ItemProblem> problems, CancellationToken ct)
    {
        var revision = await db.Database.SqlQuery<int>($"""select revision as "Value" from registry""").SingleAsync(ct);
        List<Obstacle> obstacles = [.. problems.Select(p => new Obstacle(p.Item, p.Rule.Code, p.Rule.Vi, p.Rule.En))];
        if (plan.HoldUp(obstacles, revision))
            db.Announce(plan, new ReorganisationHeldUp(plan.Id, plan.EffectiveOn, [.. obstacles.Select(o => o.Rule).Distinct()]));
        await db.SaveChangesAsync(ct);
    }
}
