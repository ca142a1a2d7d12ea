namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// An approved report was opened again to be corrected, as its next edition; the edition that was approved stays readable as it is. Why is read from the
/// report. Subject: <c>report/{ReportId}</c>.
/// </summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="FormVersion">Version of the form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="PeriodFrom">First day of the window.</param>
/// <param name="PeriodTo">Last day of the window.</param>
/// <param name="OpenedOn">The day on which it was opened, in Việt Nam.</param>
/// <param name="Edition">The edition that is worked on from now on; the one before was the approved one.</param>
public sealed record ReportCorrectionOpened(
    Guid ReportId,
    Guid UnitId,
    string Form,
    int FormVersion,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateOnly OpenedOn,
    int Edition
);
