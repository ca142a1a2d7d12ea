namespace DanVan.Awards.Movements;

public sealed record MovementView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Name,
    string? Theme,
    MovementScope Scope,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    string? Criteria,
    MovementState State,
    DateOnly? ClosedOn
) : IVersionedView;

static class MovementViews
{
    public static MovementView ToView(this Movement movement) =>
        new(
            movement.Id,
            movement.Version,
            movement.UnitId,
            movement.Name,
            movement.Theme,
            movement.Scope,
            movement.StartsOn,
            movement.EndsOn,
            movement.Criteria,
            movement.State,
            movement.ClosedOn
        );
}
