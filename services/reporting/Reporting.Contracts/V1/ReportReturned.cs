namespace DanVan.Reporting.Contracts.V1;

/// <summary>A submitted report was returned to its unit to be corrected; the reason is read from the report. Subject: <c>report/{ReportId}</c>.</summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="ReturnedOn">The day of the return, in Việt Nam.</param>
public sealed record ReportReturned(
    Guid ReportId,
    Guid UnitId,
    string Form,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly ReturnedOn
);
