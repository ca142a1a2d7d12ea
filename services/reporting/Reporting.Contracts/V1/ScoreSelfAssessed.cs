namespace DanVan.Reporting.Contracts.V1;

/// <summary>A unit scored itself for a year, or did so anew before it was reviewed. Subject: <c>score-assessment/{AssessmentId}</c>.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="UnitId">The unit; the envelope's unit.</param>
/// <param name="Scheme">Code of the scoring scheme.</param>
/// <param name="Year">The year that is scored.</param>
/// <param name="Total">Points that it gave itself, with the bonus that it claims.</param>
/// <param name="AssessedOn">The day, in Việt Nam.</param>
/// <param name="Late">Whether the days of self-assessment were over.</param>
public sealed record ScoreSelfAssessed(
    Guid AssessmentId,
    Guid UnitId,
    string Scheme,
    int Year,
    decimal Total,
    DateOnly AssessedOn,
    bool Late
);
