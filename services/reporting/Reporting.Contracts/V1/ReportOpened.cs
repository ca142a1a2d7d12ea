namespace DanVan.Reporting.Contracts.V1;

/// <summary>A report (báo cáo) of a unit for a period was opened. Subject: <c>report/{ReportId}</c>; the envelope's unit is the reporting unit.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="FormVersion">Version of the form.</param>
/// <param name="Regime">The regime whose windows apply: STATE_ND09, TTCP_06_2025, PARTY, DANVAN_SCORE or ADHOC.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after; its window may begin in the year before.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="PeriodFrom">First day of the window.</param>
/// <param name="PeriodTo">Last day of the window.</param>
public sealed record ReportOpened(
    Guid ReportId,
    Guid UnitId,
    string Form,
    int FormVersion,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodFrom,
    DateOnly PeriodTo
);
