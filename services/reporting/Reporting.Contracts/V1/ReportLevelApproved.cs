namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// One of the levels that approve a report has done so. With the last of them <see cref="ReportApproved"/> follows. Subject: <c>report/{ReportId}</c>.
/// </summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="Edition">Which edition was approved.</param>
/// <param name="Level">The level: COMMUNE, DISTRICT, PROVINCE or CENTRAL.</param>
/// <param name="ByUnitId">The unit that approved.</param>
/// <param name="Awaits">The level whose turn it is now; null when none is left.</param>
/// <param name="ApprovedOn">The day of the approval, in Việt Nam.</param>
public sealed record ReportLevelApproved(
    Guid ReportId,
    Guid UnitId,
    string Form,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    int Edition,
    string Level,
    Guid ByUnitId,
    string? Awaits,
    DateOnly ApprovedOn
);
