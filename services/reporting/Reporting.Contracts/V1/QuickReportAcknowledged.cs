namespace DanVan.Reporting.Contracts.V1;

/// <summary>A unit above has taken note of a quick report: it goes no further up by itself. Subject: <c>quick-report/{QuickReportId}</c>.</summary>
/// <param name="QuickReportId">The quick report.</param>
/// <param name="UnitId">The sending unit; the envelope's unit.</param>
/// <param name="ByUnitId">The unit that acknowledged it.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Urgency">Code of the urgency.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="AcknowledgedAt">When it was acknowledged.</param>
public sealed record QuickReportAcknowledged(
    Guid QuickReportId,
    Guid UnitId,
    Guid ByUnitId,
    string Field,
    string Urgency,
    DateTimeOffset SentAt,
    DateTimeOffset AcknowledgedAt
);
