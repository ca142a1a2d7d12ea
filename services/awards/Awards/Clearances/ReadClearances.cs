namespace DanVan.Awards.Clearances;

/// <summary>What was asked and answered. The journal keeps who was shown which.</summary>
public static class ReadClearances
{
    /// <param name="DecisionId">Those on which this award was decided.</param>
    /// <param name="Open">True for those that are neither decided nor dropped.</param>
    /// <param name="ReExamine">True for awards to be examined once more.</param>
    public sealed record Filter(Guid? DecisionId, ClearanceState? State, bool? Open, bool? ReExamine);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/clearances", List).RequireScope(Scopes.Clearance).WithSummary("Các câu hỏi trước khen thưởng / Clearances");
        group
            .MapGet("/clearances/{id:guid}", Get)
            .RequireScope(Scopes.Clearance)
            .WithSummary("Một câu hỏi trước khen thưởng / One clearance");
    }

    static async Task<Ok<Page<ClearanceView>>> List(
        [AsParameters] PageRequest page,
        [AsParameters] Filter filter,
        AwardsDb db,
        Caller caller,
        HttpResponse response,
        CancellationToken ct
    )
    {
        var found = await db
            .Clearances.AsNoTracking()
            .Visible(caller, db)
            .Where(x => filter.DecisionId == null || x.AwardDecisionId == filter.DecisionId)
            .Where(x => filter.State == null || x.State == filter.State)
            .Where(x => filter.Open == null || (x.Outcome == null) == filter.Open)
            .Where(x => filter.ReExamine == null || x.ReExamine == filter.ReExamine)
            .ToPage(page, x => x.Id, ClearanceView.Of, ct);
        db.Shown(found.Items, caller);
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(found);
    }

    static async Task<Results<Ok<ClearanceView>, NotFound>> Get(
        Guid id,
        AwardsDb db,
        Caller caller,
        HttpResponse response,
        CancellationToken ct
    )
    {
        if (await db.Clearances.AsNoTracking().Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } clearance)
            return TypedResults.NotFound();
        var view = ClearanceView.Of(clearance);
        db.Shown([view], caller);
        await db.SaveChangesAsync(ct);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(view);
    }
}
