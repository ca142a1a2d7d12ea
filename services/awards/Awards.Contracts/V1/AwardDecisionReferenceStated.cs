namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// The number or the date of an award decision, not stated before, became known or was corrected. Subject: <c>award-decision/{DecisionId}</c>.
/// </summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="Number">Number and symbol; null means still not stated.</param>
/// <param name="DecidedOn">The decision's date; null means still not stated.</param>
/// <param name="CountsOn">The day under which statistics now count it.</param>
/// <param name="ProposerUnitId">The unit that keeps the decision here.</param>
public sealed record AwardDecisionReferenceStated(
    Guid DecisionId,
    string? Number,
    DateOnly? DecidedOn,
    DateOnly CountsOn,
    Guid ProposerUnitId
);
