namespace DanVan.Reporting.Contracts.V1;

/// <summary>A flag on a cell of a report was settled. Subject: <c>cell-flag/{FlagId}</c>.</summary>
/// <param name="FlagId">The flag.</param>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Cell">Code of the indicator.</param>
/// <param name="ResolvedOn">The day on which it was settled, in Việt Nam.</param>
public sealed record CellFlagResolved(Guid FlagId, Guid ReportId, Guid UnitId, string Form, string Cell, DateOnly ResolvedOn);
