namespace DanVan.Reporting.Contracts.V1;

/// <summary>A quick report was closed with an outcome, which is read there only. Subject: <c>quick-report/{QuickReportId}</c>.</summary>
/// <param name="QuickReportId">The quick report.</param>
/// <param name="UnitId">The sending unit; the envelope's unit.</param>
/// <param name="ByUnitId">The unit that closed it.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Urgency">Code of the urgency.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="ClosedAt">When it was closed.</param>
public sealed record QuickReportClosed(
    Guid QuickReportId,
    Guid UnitId,
    Guid ByUnitId,
    string Field,
    string Urgency,
    DateTimeOffset SentAt,
    DateTimeOffset ClosedAt
);
