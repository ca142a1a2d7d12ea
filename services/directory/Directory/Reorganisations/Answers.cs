namespace DanVan.Directory.Reorganisations;

/// <summary>What a service was asked about a draft, and what it answered.</summary>
public sealed class ImpactAnswer
{
    public required Guid PlanId { get; init; }
    public required int Round { get; init; }
    public required string Service { get; init; }

    /// <summary>Null until it has answered.</summary>
    public DateTimeOffset? AnsweredAt { get; init; }
    public IReadOnlyList<WorkCount> Counts { get; init; } = [];
}

/// <summary>A service that follows a reorganisation, and what it has moved.</summary>
public sealed class Following
{
    public required Guid PlanId { get; init; }
    public required string Service { get; init; }

    /// <summary>Null until it has told that it has followed.</summary>
    public DateTimeOffset? DoneAt { get; init; }
    public IReadOnlyList<WorkMoved> Moves { get; init; } = [];
}

/// <summary>Open work in the units that would end.</summary>
/// <param name="Work">PETITIONS, REPORTS, CONFERENCES, DELEGATES, TASKS, MOVEMENTS, MODELS; more may come.</param>
/// <param name="Count">How much of it.</param>
/// <param name="Undecided">How much of that would wait for a person: name an heir in the split, and it goes there by itself.</param>
public sealed record WorkCount(string Work, int Count, int Undecided = 0);

/// <summary>What became of open work.</summary>
/// <param name="Work">As in the count of the impact.</param>
/// <param name="Moved">How much went to the one successor of its unit.</param>
/// <param name="Undecided">How much stays with a unit that has ended until a person decides (POST …/{id}/unit): in the lists of the service with ofEndedUnits=true.</param>
public sealed record WorkMoved(string Work, int Moved, int Undecided);
