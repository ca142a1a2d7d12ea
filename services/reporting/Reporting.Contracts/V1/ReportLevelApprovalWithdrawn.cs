namespace DanVan.Reporting.Contracts.V1;

/// <summary>A level took its approval of a report back, before one above had approved; the reason is read from the report. Subject: <c>report/{ReportId}</c>.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="Edition">Which edition had been approved.</param>
/// <param name="Level">The level, whose turn it is again: COMMUNE, DISTRICT, PROVINCE or CENTRAL.</param>
/// <param name="ByUnitId">The unit that had approved.</param>
/// <param name="WithdrawnOn">The day of the withdrawal, in Việt Nam.</param>
public sealed record ReportLevelApprovalWithdrawn(
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
    DateOnly WithdrawnOn
);
