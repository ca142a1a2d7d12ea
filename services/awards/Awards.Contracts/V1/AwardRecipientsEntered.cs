namespace DanVan.Awards.Contracts.V1;

/// <summary>Recipients of a decision were entered by name; the counts are totals after the entry. Subject: <c>award-decision/{DecisionId}</c>.</summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="ProposerUnitId">The unit that keeps the decision here.</param>
/// <param name="EnteredCollectives">Collectives entered so far.</param>
/// <param name="EnteredIndividuals">Individuals entered so far.</param>
/// <param name="EnteredHouseholds">Households entered so far.</param>
/// <param name="Reconciliation">Declared beside entered: UNNAMED, INCOMPLETE_LIST, COMPLETE, MORE_THAN_DECLARED or NOT_DECLARED.</param>
public sealed record AwardRecipientsEntered(
    Guid DecisionId,
    Guid ProposerUnitId,
    int EnteredCollectives,
    int EnteredIndividuals,
    int EnteredHouseholds,
    string Reconciliation
);
