namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// The score of a unit for a year was decided. A decision after the first takes the place of the one before, which stays readable.
/// Subject: <c>score-assessment/{AssessmentId}</c>.
/// </summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="UnitId">The unit that was scored; the envelope's unit.</param>
/// <param name="DecidingUnitId">The unit that decided.</param>
/// <param name="Scheme">Code of the scoring scheme.</param>
/// <param name="Year">The year that was scored.</param>
/// <param name="Number">Counts the decisions on the assessment from 1.</param>
/// <param name="Total">Points.</param>
/// <param name="Rank">EXCELLENT, GOOD, COMPLETED or NOT_COMPLETED.</param>
/// <param name="MayBeProposed">Whether the unit may be proposed for an award.</param>
/// <param name="DecidedOn">The day, in Việt Nam.</param>
public sealed record ScoreDecided(
    Guid AssessmentId,
    Guid UnitId,
    Guid DecidingUnitId,
    string Scheme,
    int Year,
    int Number,
    decimal Total,
    string Rank,
    bool MayBeProposed,
    DateOnly DecidedOn
);
