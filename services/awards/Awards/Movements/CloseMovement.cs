using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Movements;

/// <summary>Closes a movement that was summed up.</summary>
public static class CloseMovement
{
    public sealed record Request(DateOnly ClosedOn);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/movements/{id:guid}/closing", Handle)
            .RequireScope(Scopes.Write)
            .WithSummary("Tổng kết, kết thúc phong trào / Close a movement")
            .WithExample(new Request(new(2025, 12, 31)));

    static async Task<Results<Ok<MovementView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        AwardsDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        if (await db.Movements.Visible(caller, db).SingleOrDefaultAsync(movement => movement.Id == id, ct) is not { } movement)
            return TypedResults.NotFound();
        if (ifMatch.Refuses(movement.Version) is { } stale)
            return stale;
        if (movement.Close(request.ClosedOn, clock.Today()) is { } refused)
            return refused.ToProblem();
        db.Announce(movement, new MovementClosed(movement.Id, movement.UnitId, request.ClosedOn));
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(movement.ToView());
    }
}
