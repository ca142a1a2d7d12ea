namespace DanVan.Reporting.Contracts.V1;

/// <summary>A reviewer asked a unit about a cell of its report; what is asked is read from the flag. Subject: <c>cell-flag/{FlagId}</c>.</summary>
/// <param name="FlagId">The flag.</param>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Cell">Code of the indicator.</param>
/// <param name="RaisedByUnitId">The unit that asks.</param>
/// <param name="FlaggedOn">The day on which it was asked, in Việt Nam.</param>
public sealed record CellFlagged(
    Guid FlagId,
    Guid ReportId,
    Guid UnitId,
    string Form,
    string Cell,
    Guid RaisedByUnitId,
    DateOnly FlaggedOn
);
