namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// A request for a report was taken back: nobody owes it any more, and what was sent stays. Why is read from the request. Subject:
/// <c>report-request/{ReportRequestId}</c>; the envelope's unit is the unit that asked.
/// </summary>
/// <param name="ReportRequestId">The request.</param>
/// <param name="UnitId">The unit that asked.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Purpose">THEMATIC (chuyên đề) or SUDDEN (đột xuất).</param>
/// <param name="PeriodYear">The year that the period is named after; regime ADHOC, kind AD_HOC.</param>
/// <param name="PeriodIndex">The number of the period in the year, from 1000.</param>
/// <param name="PeriodFrom">First day that was to be reported on.</param>
/// <param name="PeriodTo">Last day.</param>
/// <param name="SendBy">The day by which it was to be sent.</param>
/// <param name="WithdrawnOn">The day on which it was taken back, in Việt Nam.</param>
public sealed record ReportRequestWithdrawn(
    Guid ReportRequestId,
    Guid UnitId,
    string Form,
    string Purpose,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateOnly SendBy,
    DateOnly WithdrawnOn
);
