namespace DanVan.Reporting.Contracts.V1;

/// <summary>A unit above gave its own points for a unit's year. A decision that there was stands until the next. Subject: <c>score-assessment/{AssessmentId}</c>.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="UnitId">The unit that is scored; the envelope's unit.</param>
/// <param name="ReviewerUnitId">The unit that reviewed.</param>
/// <param name="Scheme">Code of the scoring scheme.</param>
/// <param name="Year">The year that is scored.</param>
/// <param name="Total">Points of the review.</param>
/// <param name="Differing">How many criteria it gives other points than the unit did.</param>
/// <param name="ReviewedOn">The day, in Việt Nam.</param>
public sealed record ScoreReviewed(
    Guid AssessmentId,
    Guid UnitId,
    Guid ReviewerUnitId,
    string Scheme,
    int Year,
    decimal Total,
    int Differing,
    DateOnly ReviewedOn
);
