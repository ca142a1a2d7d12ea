namespace DanVan.Awards.Models;

/// <summary>What every step of a model does around its own rule: find, compare versions, ask the rule, announce, answer.</summary>
static class ModelStep
{
    public static async Task<Results<Ok<ModelView>, NotFound, ProblemHttpResult>> Take<TEvent>(
        this AwardsDb db,
        Guid id,
        IfMatch ifMatch,
        Caller caller,
        Func<Model, Rejection?> rule,
        Func<Model, TEvent> announcement,
        CancellationToken ct
    )
        where TEvent : class
    {
        if (await db.Models.Visible(caller, db).SingleOrDefaultAsync(model => model.Id == id, ct) is not { } model)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(model.Version) is { } stale)
            return stale;
        if (rule(model) is { } refused)
            return refused.ToProblem();
        db.Announce(model, announcement(model));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(model.ToView(await db.Models.CountAsync(replication => replication.ParentId == id, ct)));
    }
}
