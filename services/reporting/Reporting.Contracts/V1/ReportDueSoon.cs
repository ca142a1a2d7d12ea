namespace DanVan.Reporting.Contracts.V1;

/// <summary>A unit owes a report and has not sent it yet, and the day by which it is sent is near. Told once, some days before (<c>Reminders:DaysBefore</c>). Subject: <c>report-reminder/{ReminderId}</c>.</summary>
/// <param name="ReminderId">The reminder.</param>
/// <param name="UnitId">The unit that owes the report; the envelope's unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS or YEAR.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="PeriodFrom">First day of the window.</param>
/// <param name="PeriodTo">Last day of the window.</param>
/// <param name="SendBy">The day by which the law wants it sent.</param>
public sealed record ReportDueSoon(
    Guid ReminderId,
    Guid UnitId,
    string Form,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodFrom,
    DateOnly PeriodTo,
    DateOnly SendBy
);
