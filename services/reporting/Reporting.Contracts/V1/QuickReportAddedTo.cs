namespace DanVan.Reporting.Contracts.V1;

/// <summary>Something was added to a quick report. What it says is read there only. Subject: <c>quick-report/{QuickReportId}</c>.</summary>
/// <param name="QuickReportId">The quick report.</param>
/// <param name="UnitId">The sending unit; the envelope's unit.</param>
/// <param name="ByUnitId">The unit that added it.</param>
/// <param name="Kind">FOLLOW_UP: how it goes on; INSTRUCTION: what a unit above wants done.</param>
/// <param name="AddedAt">When.</param>
public sealed record QuickReportAddedTo(Guid QuickReportId, Guid UnitId, Guid ByUnitId, string Kind, DateTimeOffset AddedAt);
