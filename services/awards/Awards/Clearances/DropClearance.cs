using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Clearances;

/// <summary>The candidate is not proposed any more: no answer is wanted.</summary>
public static class DropClearance
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/clearances/{id:guid}/closing", Handle)
            .RequireScope(Scopes.Clearance)
            .WithoutIdempotency() // It is closed once, and the answer is for those who may read it.
            .WithSummary("Không đề nghị nữa, kết thúc câu hỏi / Close a clearance that is not needed any more");

    static async Task<Results<Ok<ClearanceView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        AwardsDb db,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await db.Clearances.Visible(caller, db).SingleOrDefaultAsync(x => x.Id == id, ct) is not { } clearance)
            return TypedResults.NotFound();
        if (clearance.Drop() is { } refused)
            return refused.ToProblem();
        db.Announce(clearance, new ClearanceClosed(id, EnumNames.Of(ClearanceOutcome.Dropped), DecidedOn: null));
        var view = ClearanceView.Of(clearance);
        db.Shown([view], caller);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(view);
    }
}
