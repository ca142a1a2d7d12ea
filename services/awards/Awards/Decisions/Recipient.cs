namespace DanVan.Awards.Decisions;

/// <summary>Somebody rewarded, by name as printed in the decision. Names are official and public, but never leave in an event.</summary>
public sealed class Recipient
{
    public required Guid Id { get; init; }
    public required Guid AwardDecisionId { get; init; }

    /// <summary>Within what one achievement is rewarded once: the movement, or the decision where there is none.</summary>
    public required Guid ScopeId { get; init; }
    public required RecipientKind Kind { get; init; }
    public required string Name { get; init; }

    /// <summary>The spelling-blind form of the name, for comparing only.</summary>
    public required string NameKey { get; init; }
    public Guid? UnitId { get; init; }
    public string? Position { get; init; }

    /// <summary>The person of the directory's register, where it is known which; of nobody but an individual.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Why this is not the achievement, or not the person, that another award of the movement names already.</summary>
    public string? OtherAchievement { get; init; }
    public Guid? RevocationId { get; set; }
}
