using DanVan.Awards.Contracts.V1;

namespace DanVan.Awards.Movements;

/// <summary>An emulation movement (phong trào thi đua), for instance "Dân vận khéo" of one year.</summary>
public sealed class Movement : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The unit that launched it, or who goes on with it since that one ended.</summary>
    public required Guid UnitId { get; set; }
    public required string Name { get; init; }
    public string? Theme { get; init; }
    public required MovementScope Scope { get; init; }
    public required DateOnly StartsOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Criteria { get; init; }
    public MovementState State { get; private set; } = MovementState.Running;
    public DateOnly? ClosedOn { get; private set; }
    public required byte[] EntryDigest { get; init; }

    Guid? ISubject.UnitId => UnitId;

    public Rejection? Close(DateOnly on, DateOnly today)
    {
        if (RefusesChanges() is { } refused)
            return refused;
        if (on < StartsOn || on > today)
            return new(
                "awards.movement-closing-day",
                $"Ngày kết thúc phải từ ngày phát động {StartsOn:O} đến hôm nay {today:O}.",
                $"The closing day lies between the launch on {StartsOn:O} and today, {today:O}.",
                Field: "closedOn"
            );
        (State, ClosedOn) = (MovementState.Closed, on);
        return null;
    }

    /// <summary>Why nothing about it changes any more; null while it runs.</summary>
    public Rejection? RefusesChanges() =>
        State == MovementState.Closed
            ? new("awards.movement-closed", "Phong trào đã được tổng kết, kết thúc.", "The movement is closed already.")
            : null;

    /// <summary>Takes it to the unit that goes on with it, since its own has ended.</summary>
    public MovementMoved MoveTo(Guid unit, DateOnly on, Guid? reorganisation)
    {
        var from = UnitId;
        UnitId = unit;
        return new(Id, from, unit, on, reorganisation);
    }
}

/// <summary>Who takes part.</summary>
public enum MovementScope
{
    Country,
    Province,
    Commune,

    /// <summary>One agency or organisation.</summary>
    Body,
}

public enum MovementState
{
    Running,
    Closed,
}
