using DanVan.Awards.Law;

namespace DanVan.Awards.Decisions;

/// <summary>Award decisions that the caller's units proposed, also those that a conference hands over.</summary>
public static class ReadDecisions
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/decisions", List).RequireScope(Scopes.Read).WithSummary("Các quyết định khen thưởng / Award decisions");
        group.MapGet("/decisions/{id:guid}", Get).RequireScope(Scopes.Read).WithSummary("Một quyết định khen thưởng / One award decision");
    }

    static async Task<Ok<Page<DecisionView>>> List(
        [AsParameters] PageRequest page,
        [AsParameters] Filter filter,
        AwardsDb db,
        AwardLaw law,
        Caller caller,
        CancellationToken ct
    )
    {
        var decisions = db.VisibleDecisions(caller)
            .Where(decision => filter.MovementId == null || decision.MovementId == filter.MovementId)
            .Where(decision => filter.ConferenceId == null || decision.ConferenceId == filter.ConferenceId)
            .Where(decision => filter.Form == null || decision.Form == filter.Form)
            .Where(decision => filter.State == null || decision.State == filter.State)
            .Where(decision => filter.From == null || decision.CountsOn >= filter.From)
            .Where(decision => filter.To == null || decision.CountsOn <= filter.To);
        var found = await decisions
            .Include(decision => decision.Revocations)
            .Select(decision => new Row
            {
                Decision = decision,
                HeldOn = db.HeldConferences.Where(held => held.Id == decision.ConferenceId).Select(held => held.HeldOn).SingleOrDefault(),
            })
            .ToPage(page, row => row.Decision.Id, row => row.Decision.ToView(law, row.HeldOn), ct);
        return TypedResults.Ok(found);
    }

    static async Task<Results<Ok<DecisionView>, NotFound>> Get(Guid id, AwardsDb db, AwardLaw law, Caller caller, CancellationToken ct) =>
        await db.FindDecision(id, caller, ct) is { } decision
            ? TypedResults.Ok(decision.ToView(law, await db.HeldOn(decision, ct)))
            : TypedResults.NotFound();

    /// <param name="From">First day under which a decision counts.</param>
    /// <param name="To">Last day under which a decision counts.</param>
    public sealed record Filter(
        Guid? MovementId,
        Guid? ConferenceId,
        [Text(60)] string? Form,
        DecisionState? State,
        DateOnly? From,
        DateOnly? To
    );

    sealed class Row
    {
        public required AwardDecision Decision { get; init; }
        public required DateOnly? HeldOn { get; init; }
    }
}
