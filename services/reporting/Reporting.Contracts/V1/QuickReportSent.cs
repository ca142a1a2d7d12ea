namespace DanVan.Reporting.Contracts.V1;

/// <summary>
/// A unit sent a quick report on the people's situation (báo cáo nhanh tình hình Nhân dân, dư luận xã hội) to the unit above. What it says is read there only.
/// Subject: <c>quick-report/{QuickReportId}</c>.
/// </summary>
/// <param name="QuickReportId">The quick report.</param>
/// <param name="UnitId">The sending unit; the envelope's unit.</param>
/// <param name="ToUnitId">The unit above; null when there is none.</param>
/// <param name="Field">Code of the field, of the catalogue of the platform.</param>
/// <param name="Urgency">Code of the urgency, likewise.</param>
/// <param name="PlaceUnitId">The unit where it is.</param>
/// <param name="SituationAt">The moment of the situation.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="AcknowledgeBy">By when the unit above is to acknowledge it; null when there is none.</param>
public sealed record QuickReportSent(
    Guid QuickReportId,
    Guid UnitId,
    Guid? ToUnitId,
    string Field,
    string Urgency,
    Guid PlaceUnitId,
    DateTimeOffset SituationAt,
    DateTimeOffset SentAt,
    DateTimeOffset? AcknowledgeBy
);
