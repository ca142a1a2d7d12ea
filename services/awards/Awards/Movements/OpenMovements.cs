namespace DanVan.Awards.Movements;

/// <summary>Which movements a caller knows of: those of its own subtree, and those launched above it, in which it takes part.</summary>
static class OpenMovements
{
    public static IQueryable<Movement> Open(this DbSet<Movement> movements, Caller caller, AwardsDb db, UnitTree tree, DateOnly today)
    {
        var below = movements.Visible(caller, db).Select(movement => movement.Id);
        var above = caller.UnitId is { } unit ? tree.Ancestors(unit, today).Select(ancestor => ancestor.UnitId).ToArray() : [];
        return movements.Where(movement => above.Contains(movement.UnitId) || below.Contains(movement.Id));
    }
}
