namespace DanVan.Reporting.Contracts.V1;

/// <summary>An exception from the lock of a period was taken back before its last day. Subject: <c>lock-exception/{LockExceptionId}</c>.</summary>
/// <param name="LockExceptionId">The exception.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="Until">The last day on which it holds.</param>
/// <param name="RevokedOn">The day on which it was taken back, in Việt Nam.</param>
public sealed record LockExceptionRevoked(
    Guid LockExceptionId,
    Guid UnitId,
    string Form,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly Until,
    DateOnly RevokedOn
);
