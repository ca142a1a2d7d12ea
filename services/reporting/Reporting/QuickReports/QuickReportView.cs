using DanVan.Chassis.Http;

namespace DanVan.Reporting.QuickReports;

/// <summary>A quick report as it was sent, and how far it has come.</summary>
/// <param name="UnitId">The sending unit.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Urgency">Code of the urgency.</param>
/// <param name="PlaceUnitId">The unit where it is.</param>
/// <param name="SituationAt">The moment of the situation.</param>
/// <param name="SituationOn">Its day, in Việt Nam.</param>
/// <param name="AcknowledgeBy">By when the last recipient is to acknowledge it, or it goes one level further up; absent when it is not waited for.</param>
/// <param name="Recipients">The units above that it went to, nearest first.</param>
/// <param name="Entries">What was added since, the first first.</param>
public sealed record QuickReportView(
    Guid Id,
    int Version,
    Guid UnitId,
    string Subject,
    string Field,
    string Urgency,
    Guid PlaceUnitId,
    DateTimeOffset SituationAt,
    DateOnly SituationOn,
    string WhatHappened,
    string? Forecast,
    string? Proposal,
    string? MeasuresTaken,
    string SentBy,
    DateTimeOffset SentAt,
    QuickReportState State,
    DateTimeOffset? AcknowledgeBy,
    IReadOnlyList<QuickReportRecipientView> Recipients,
    Guid? AcknowledgedByUnitId,
    string? AcknowledgedBy,
    DateTimeOffset? AcknowledgedAt,
    Guid? ClosedByUnitId,
    string? ClosedBy,
    DateTimeOffset? ClosedAt,
    string? Outcome,
    IReadOnlyList<QuickEntryView> Entries
) : IVersionedView
{
    internal static QuickReportView Of(QuickReport report) =>
        new(
            report.Id,
            report.Version,
            report.UnitId,
            report.Subject,
            report.Field,
            report.Urgency,
            report.PlaceUnitId,
            report.SituationAt,
            report.SituationOn,
            report.WhatHappened,
            report.Forecast,
            report.Proposal,
            report.MeasuresTaken,
            report.SentBy,
            report.SentAt,
            report.State,
            report.AcknowledgeBy,
            [.. report.Recipients.OrderBy(one => one.Level).Select(one => new QuickReportRecipientView(one.UnitId, one.ReceivedAt))],
            report.AcknowledgedByUnitId,
            report.AcknowledgedBy,
            report.AcknowledgedAt,
            report.ClosedByUnitId,
            report.ClosedBy,
            report.ClosedAt,
            report.Outcome,
            [
                .. report
                    .Entries.OrderBy(one => one.Number)
                    .Select(one => new QuickEntryView(one.Kind, one.UnitId, one.Text, one.AddedBy, one.AddedAt)),
            ]
        );
}

/// <param name="ReceivedAt">When it was sent there, or went up.</param>
public sealed record QuickReportRecipientView(Guid UnitId, DateTimeOffset ReceivedAt);

/// <param name="UnitId">The unit that added it.</param>
public sealed record QuickEntryView(QuickEntryKind Kind, Guid UnitId, string Text, string AddedBy, DateTimeOffset AddedAt);
