namespace DanVan.Reporting.Contracts.V1;

/// <summary>A submitted report was approved (phê duyệt); what was approved is the content with this hash. Subject: <c>report/{ReportId}</c>.</summary>
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
/// <param name="ApprovedOn">The day of the approval, in Việt Nam.</param>
/// <param name="ContentHash">SHA-256 of the approved content, lower-case hexadecimal.</param>
/// <param name="Edition">Which edition was approved: 1, and one more for every correction of an approved report. Events of before it was told are of the first.</param>
public sealed record ReportApproved(
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
    DateOnly ApprovedOn,
    string ContentHash,
    int Edition = 1
);
