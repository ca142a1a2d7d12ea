namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// Cells of a report were entered, overridden or given back to their derived values. The figures themselves are read from the report.
/// Subject: <c>report/{ReportId}</c>.
/// </summary>
/// <param name="ReportId">The report.</param>
/// <param name="UnitId">The reporting unit.</param>
/// <param name="Form">Code of the report form.</param>
/// <param name="Cells">Codes of the cells, in the order of the edit.</param>
public sealed record ReportEdited(Guid ReportId, Guid UnitId, string Form, IReadOnlyList<string> Cells);
