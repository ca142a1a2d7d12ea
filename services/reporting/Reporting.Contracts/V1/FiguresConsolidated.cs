namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// A unit consolidated (tổng hợp) the approved reports of its subtree on a form for a period; an edition after the first is a restatement.
/// Subject: <c>consolidated-edition/{ConsolidationId}</c>.
/// </summary>
/// <param name="ConsolidationId">The edition.</param>
/// <param name="UnitId">The unit at the top.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="FormVersion">Version of the form.</param>
/// <param name="Regime">The regime whose windows apply.</param>
/// <param name="PeriodKind">MONTH, QUARTER, HALF_YEAR, NINE_MONTHS, YEAR or AD_HOC.</param>
/// <param name="PeriodYear">The year that the period is named after.</param>
/// <param name="PeriodIndex">Which period of its kind in the year, from 1.</param>
/// <param name="PeriodTo">Last day of the window.</param>
/// <param name="Edition">From 1.</param>
/// <param name="Expected">Reports that were owed.</param>
/// <param name="Counted">Reports that are added up.</param>
/// <param name="ConsolidatedOn">The day, in Việt Nam.</param>
/// <param name="ContentHash">SHA-256 of what was consolidated, lower-case hexadecimal.</param>
public sealed record FiguresConsolidated(
    Guid ConsolidationId,
    Guid UnitId,
    string Form,
    int FormVersion,
    string Regime,
    string PeriodKind,
    int PeriodYear,
    int PeriodIndex,
    DateOnly PeriodTo,
    int Edition,
    int Expected,
    int Counted,
    DateOnly ConsolidatedOn,
    string ContentHash
);
