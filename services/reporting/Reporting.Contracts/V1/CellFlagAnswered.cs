namespace DanVan.Reporting.Contracts.V1;

/// <summary>A unit answered what it was asked about a cell of its report; the answer is read from the flag. Subject: <c>cell-flag/{FlagId}</c>.</summary>
/// <param name="FlagId">The flag.</param>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Cell">Code of the indicator.</param>
/// <param name="AnsweredOn">The day of the answer, in Việt Nam.</param>
public sealed record CellFlagAnswered(Guid FlagId, Guid ReportId, Guid UnitId, string Form, string Cell, DateOnly AnsweredOn);
