namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// The unit that answered for an open report has ended, and another does from now on: the one successor when a reorganisation was carried out, or the
/// unit that a person decided on. The report stays that of its own unit: its figures are of the time and the area of that unit. Subject:
/// <c>report/{ReportId}</c>.
/// </summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit, which has ended.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="ToUnitId">The unit that answers for it.</param>
/// <param name="HandedOverOn">The day of the reorganisation, or of the decision.</param>
/// <param name="ReorganisationId">The reorganisation; none when a person decided.</param>
/// <param name="SendBy">The day by which the law wants it sent, as before; null where the law names none.</param>
public sealed record ReportHandedOver(
    Guid ReportId,
    Guid UnitId,
    string Form,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    Guid ToUnitId,
    DateOnly HandedOverOn,
    Guid? ReorganisationId,
    DateOnly? SendBy
);
