namespace DanVan.Awards.Decisions;

/// <summary>The one place that decides which decisions a caller may know of.</summary>
static class DecisionQueries
{
    /// <summary>Decisions that a unit of the caller's subtree proposed, by the tree of today or of the day of the decision.</summary>
    public static IQueryable<AwardDecision> VisibleDecisions(this AwardsDb db, Caller caller) =>
        db.AwardDecisions.Visible(caller, db, decision => decision.CountsOn);

    public static Task<AwardDecision?> FindDecision(this AwardsDb db, Guid id, Caller caller, CancellationToken ct) =>
        db.VisibleDecisions(caller).Include(decision => decision.Revocations).SingleOrDefaultAsync(decision => decision.Id == id, ct);

    /// <summary>The day of the conference that handed the awards over, once it has told of itself.</summary>
    public static async Task<DateOnly?> HeldOn(this AwardsDb db, AwardDecision decision, CancellationToken ct) =>
        decision.ConferenceId is { } conference
            ? await db.HeldConferences.Where(held => held.Id == conference).Select(held => held.HeldOn).SingleOrDefaultAsync(ct)
            : null;
}
