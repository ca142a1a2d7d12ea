using DanVan.Awards.Movements;

namespace DanVan.Awards.Reorganisations;

/// <summary>A person decides which unit goes on with a running movement whose unit has ended with several successors, or with none.</summary>
public static class MoveMovement
{
    /// <param name="ToUnitId">The unit that goes on with it: a successor, where there are any.</param>
    public sealed record Request(Guid ToUnitId);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/movements/{id:guid}/unit", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary(
                "Quyết định đơn vị tiếp tục phong trào của đơn vị đã kết thúc / Decide who goes on with a movement of a unit that has ended"
            )
            .WithExample(new Request(RootUnit.Id));

    static async Task<Results<Ok<MovementView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Movements.Visible(caller, db).SingleOrDefaultAsync(movement => movement.Id == id, ct) is not { } movement)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(movement.Version) is { } stale)
            return stale;
        var today = clock.Today();
        var refused = movement.RefusesChanges() ?? tree.RefusesHeir(movement.UnitId, request.ToUnitId, caller, today);
        if (refused is not null)
            return refused.ToProblem();
        db.Announce(movement, movement.MoveTo(request.ToUnitId, today, reorganisation: null));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(movement.ToView());
    }
}
