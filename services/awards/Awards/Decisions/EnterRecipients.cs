using DanVan.Awards.Contracts.V1;
using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <summary>Adds names to the list of a decision. More names than declared are taken in and show as MORE_THAN_DECLARED.</summary>
public static class EnterRecipients
{
    public sealed record Request([Items(1, 500)] IReadOnlyList<RecipientEntry> Recipients);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/decisions/{id:guid}/recipients", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Ghi danh sách được khen thưởng / Enter recipients by name")
            .WithExample(new Request([new(RecipientKind.Individual, "Nguyễn Thị Thử", null, "Trưởng ban công tác mặt trận", null, null)]));

    static async Task<Results<Ok<DecisionView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        AwardLaw law,
        UnitTree tree,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.FindDecision(id, caller, ct) is not { } decision)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(decision.Version) is { } stale)
            return stale;
        var known = request.Recipients.Select(entry => entry.Id).OfType<Guid>().ToList();
        var repeated = await db.Recipients.AsNoTracking().Where(recipient => known.Contains(recipient.Id)).ToListAsync(ct);
        if (repeated.Count == request.Recipients.Count && request.Recipients.All(entry => repeated.Any(entry.Made(decision.Id))))
            return TypedResults.Ok(decision.ToView(law, await db.HeldOn(decision, ct)));
        if (await decision.Enter(request.Recipients, db, law, tree, clock, ct) is { } refused)
            return refused.ToProblem();
        db.Announce(
            decision,
            new AwardRecipientsEntered(
                decision.Id,
                decision.UnitId,
                decision.Entered.Collectives,
                decision.Entered.Individuals,
                decision.Entered.Households,
                EnumNames.Of(decision.Reconciliation)
            )
        );
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(decision.ToView(law, await db.HeldOn(decision, ct)));
    }
}
