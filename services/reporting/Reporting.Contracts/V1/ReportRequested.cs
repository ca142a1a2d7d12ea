namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// A unit asks units below it for a report by a day (báo cáo chuyên đề, đột xuất). What it is about is read from the request. Subject:
/// <c>report-request/{ReportRequestId}</c>; the envelope's unit is the unit that asks.
/// </summary>
/// <param name="ReportRequestId">The request.</param>
/// <param name="UnitId">The unit that asks.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Purpose">THEMATIC (chuyên đề) or SUDDEN (đột xuất).</param>
/// <param name="Kinds">Kinds of the units that are asked, as the directory names them.</param>
/// <param name="UnitIds">Only these and those below them; when empty, all below the unit that asks.</param>
/// <param name="PeriodYear">The year that the period is named after; regime ADHOC, kind AD_HOC.</param>
/// <param name="PeriodIndex">The number of the period in the year, from 1000.</param>
/// <param name="PeriodFrom">First day that is reported on.</param>
/// <param name="PeriodTo">Last day; the units that stand on it are asked.</param>
/// <param name="SendBy">The day by which it is sent.</param>
/// <param name="RequestedOn">The day on which it was asked for, in Việt Nam.</param>
public sealed record ReportRequested(
    Guid ReportRequestId,
    Guid UnitId,
    string Form,
    string Purpose,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<Guid> UnitIds,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateOnly SendBy,
    DateOnly RequestedOn
);
