namespace DanVan.Awards.Movements;

/// <summary>Movements of the caller's units and those that it takes part in.</summary>
public static class ReadMovements
{
    public static void Map(RouteGroupBuilder group)
    {
        group
            .MapGet("/movements", List)
            .RequireScope(Scopes.Read)
            .WithSummary("Các phong trào thi đua / Movements")
            .WithDescription("`ofEndedUnits` keeps the running ones whose unit has ended: a person decides who goes on with them.");
        group.MapGet("/movements/{id:guid}", Get).RequireScope(Scopes.Read).WithSummary("Một phong trào / One movement");
    }

    static async Task<Ok<Page<MovementView>>> List(
        [AsParameters] PageRequest page,
        MovementState? state,
        bool? ofEndedUnits,
        AwardsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var movements = db.Movements.Open(caller, db, tree, clock.Today()).Where(movement => state == null || movement.State == state);
        if (ofEndedUnits is true)
        {
            var ended = db.EndedUnits(clock.Today());
            movements = movements.Where(movement => movement.State == MovementState.Running && ended.Contains(movement.UnitId));
        }
        return TypedResults.Ok(await movements.ToPage(page, movement => movement.Id, movement => movement.ToView(), ct));
    }

    static async Task<Results<Ok<MovementView>, NotFound>> Get(
        Guid id,
        AwardsDb db,
        Caller caller,
        UnitTree tree,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        await db.Movements.Open(caller, db, tree, clock.Today()).AsNoTracking().SingleOrDefaultAsync(movement => movement.Id == id, ct)
            is { } movement
            ? TypedResults.Ok(movement.ToView())
            : TypedResults.NotFound();
}
