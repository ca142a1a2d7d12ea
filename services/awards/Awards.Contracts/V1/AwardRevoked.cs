namespace DanVan.Awards.Contracts.V1;

/// <summary>
/// An award was cancelled (huỷ bỏ quyết định khen thưởng), wholly or for some of its recipients. The decision stays on record: statistics are
/// kept "as awarded" and "net of revocations". Subject: <c>award-decision/{DecisionId}</c>. Source: Law 06/2022/QH15, article 93.
/// </summary>
/// <param name="DecisionId">The decision.</param>
/// <param name="ProposerUnitId">The unit that keeps the decision here.</param>
/// <param name="Whole">True when nothing of the decision remains in force.</param>
/// <param name="RevokedOn">Date of the revoking decision.</param>
/// <param name="Ground">FALSE_DECLARATION, FALSE_DOCUMENTS, UNLAWFUL_APPRAISAL or STANDARD_NOT_MET.</param>
/// <param name="RevokedCollectives">Collectives revoked in all so far; null when the whole is revoked and the number was never stated.</param>
/// <param name="RevokedIndividuals">Individuals revoked in all so far; null as above.</param>
/// <param name="RevokedHouseholds">Households revoked in all so far; null as above.</param>
public sealed record AwardRevoked(
    Guid DecisionId,
    Guid ProposerUnitId,
    bool Whole,
    DateOnly RevokedOn,
    string Ground,
    int? RevokedCollectives,
    int? RevokedIndividuals,
    int? RevokedHouseholds
);
