namespace DanVan.Reporting.Contracts.V1;

/// <summary>The score of a unit for a year (chấm điểm công tác dân vận) was opened. Subject: <c>score-assessment/{AssessmentId}</c>.</summary>
/// <param name="AssessmentId">The assessment.</param>
/// <param name="UnitId">The unit that is scored; the envelope's unit.</param>
/// <param name="Scheme">Code of the scoring scheme.</param>
/// <param name="Year">The year that is scored.</param>
public sealed record ScoreAssessmentOpened(Guid AssessmentId, Guid UnitId, string Scheme, int Year);
