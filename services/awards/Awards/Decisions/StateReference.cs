using DanVan.Awards.Clearances;
using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Law;
using Microsoft.Extensions.Options;

namespace DanVan.Awards.Decisions;

/// <summary>States the number or the date of a decision that its source did not give, or corrects them. The day may bring another law with it.</summary>
public static class StateReference
{
    public sealed record Request([Text(100)] string? Number, DateOnly? DecidedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPut("/decisions/{id:guid}/reference", Handle)
            .RequireScope(Scopes.Decide)
            .RequireIfMatch()
            .WithSummary("Bổ sung, sửa số và ngày quyết định / State or correct number and date")
            .WithExample(new Request("1234/QĐ-UBND-HC", new(2022, 12, 20)));

    static async Task<Results<Ok<DecisionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        AwardLaw law,
        UnitTree tree,
        Caller caller,
        IOptions<ClearanceOptions> clearance,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.FindDecision(id, caller, ct) is not { } decision)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(decision.Version) is { } stale)
            return stale;
        if (decision.StateReference(request.Number, request.DecidedOn, clock.Today()) is { } refused)
            return refused.ToProblem();
        if (IssuingRules.Refuse(decision, law, tree) is { } unlawful)
            return unlawful.ToProblem();
        if (decision.RefuseHistory(clock.Today(), clearance.Value) is { } recent)
            return recent.ToProblem();
        var standing = await db.Recipients.AsNoTracking().Where(x => x.AwardDecisionId == id && x.RevocationId == null).ToListAsync(ct);
        if (await decision.UseClearances(standing, db, law, _ => "decidedOn", ct) is { } notCleared)
            return notCleared.ToProblem();
        db.Announce(
            decision,
            new AwardDecisionReferenceStated(decision.Id, decision.Number, decision.DecidedOn, decision.CountsOn, decision.UnitId)
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(decision.ToView(law, await db.HeldOn(decision, ct)));
    }
}
