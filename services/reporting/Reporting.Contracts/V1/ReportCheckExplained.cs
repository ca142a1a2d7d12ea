namespace DanVan.Reporting.Contracts.V1;

/// <summary>A rule of the form does not hold for a report, and somebody explained why; the explanation is read from the report. Subject: <c>report/{ReportId}</c>.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Check">Code of the check.</param>
public sealed record ReportCheckExplained(Guid ReportId, Guid UnitId, string Form, string Check);
