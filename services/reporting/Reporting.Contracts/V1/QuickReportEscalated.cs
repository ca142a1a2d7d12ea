namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// Nobody acknowledged a quick report in time: it goes one level further up. Told once for each level. Subject: <c>quick-report/{QuickReportId}</c>.
/// </summary>
/// <param name="QuickReportId">The quick report.</param>
/// <param name="UnitId">The sending unit; the envelope's unit.</param>
/// <param name="FromUnitId">The unit that did not acknowledge it.</param>
/// <param name="ToUnitId">The unit above that one.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Urgency">Code of the urgency.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="EscalatedAt">When it went up.</param>
/// <param name="AcknowledgeBy">By when that unit is to acknowledge it.</param>
public sealed record QuickReportEscalated(
    Guid QuickReportId,
    Guid UnitId,
    Guid FromUnitId,
    Guid ToUnitId,
    string Field,
    string Urgency,
    DateTimeOffset SentAt,
    DateTimeOffset EscalatedAt,
    DateTimeOffset AcknowledgeBy
);
