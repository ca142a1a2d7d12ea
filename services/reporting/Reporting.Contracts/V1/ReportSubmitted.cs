namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// A unit submitted a report: its content stands still from here on. Submitted again after a return, it is announced again. Subject:
/// <c>report/{ReportId}</c>.
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
/// <param name="SubmittedOn">The day of submission, in Việt Nam.</param>
/// <param name="SendBy">The day by which the law wants it sent; null where the law names none.</param>
/// <param name="ContentHash">SHA-256 of the submitted content, lower-case hexadecimal.</param>
public sealed record ReportSubmitted(
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
    DateOnly SubmittedOn,
    DateOnly? SendBy,
    string ContentHash
);
