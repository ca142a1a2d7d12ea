using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Reporting.Contracts.V1;

namespace DanVan.Reporting.QuickReports;

/// <summary>How far a quick report has come.</summary>
public enum QuickReportState
{
    /// <summary>It waits for a unit above to acknowledge it.</summary>
    Sent,

    /// <summary>A unit above has taken note of it; or there is none above.</summary>
    Acknowledged,

    /// <summary>It is over.</summary>
    Closed,
}

/// <summary>
/// A quick report on the people's situation (báo cáo nhanh tình hình Nhân dân, dư luận xã hội). What it said when it was sent stays; whatever comes later is added.
/// </summary>
public sealed class QuickReport : ISubject
{
    readonly List<Recipient> recipients = [];
    readonly List<QuickReportEntry> entries = [];

    public required Guid Id { get; init; }
    public int Version { get; set; }

    /// <summary>The sending unit.</summary>
    public required Guid UnitId { get; init; }
    public required string Subject { get; init; }

    /// <summary>Code of the field.</summary>
    public required string Field { get; init; }

    /// <summary>Code of the urgency.</summary>
    public required string Urgency { get; init; }

    /// <summary>The unit where it is.</summary>
    public required Guid PlaceUnitId { get; init; }

    /// <summary>The moment of the situation.</summary>
    public required DateTimeOffset SituationAt { get; init; }

    /// <summary>Its day, in Việt Nam.</summary>
    public required DateOnly SituationOn { get; init; }
    public required string WhatHappened { get; init; }
    public string? Forecast { get; init; }
    public string? Proposal { get; init; }
    public string? MeasuresTaken { get; init; }
    public required string SentBy { get; init; }
    public required DateTimeOffset SentAt { get; init; }
    public QuickReportState State { get; private set; }

    /// <summary>By when the last recipient is to acknowledge it; null once one has, or where there is nobody above.</summary>
    public DateTimeOffset? AcknowledgeBy { get; private set; }

    /// <summary>Whether it goes up when that time has passed: false once it has come to the top.</summary>
    public bool Escalates { get; private set; }
    public Guid? AcknowledgedByUnitId { get; private set; }
    public string? AcknowledgedBy { get; private set; }
    public DateTimeOffset? AcknowledgedAt { get; private set; }
    public Guid? ClosedByUnitId { get; private set; }
    public string? ClosedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }
    public string? Outcome { get; private set; }

    /// <summary>The units above that it went to, nearest first. They alone, and the sender, may know of it.</summary>
    public IReadOnlyList<Recipient> Recipients => recipients;

    /// <summary>The highest unit that has it.</summary>
    public Guid LastRecipient => recipients.MaxBy(recipient => recipient.Level)?.UnitId ?? UnitId;

    /// <summary>What was added since.</summary>
    public IReadOnlyList<QuickReportEntry> Entries => entries;

    Guid? ISubject.UnitId => UnitId;

    /// <summary>Sends it to the unit above, which is to acknowledge it in time; where there is none there is nobody to wait for.</summary>
    public QuickReportSent Send(Guid? above, TimeSpan within)
    {
        if (above is { } unit)
            SendTo(unit, SentAt, within);
        else
            State = QuickReportState.Acknowledged;
        return new(Id, UnitId, above, Field, Urgency, PlaceUnitId, SituationAt, SentAt, AcknowledgeBy);
    }

    /// <summary>
    /// Nobody acknowledged it: it goes to the unit above, which has the whole time again. Nothing to tell where there is none: it stays with the last recipient.
    /// </summary>
    public QuickReportEscalated? Escalate(Guid? above, TimeSpan within, DateTimeOffset now)
    {
        var from = LastRecipient;
        if (above is not { } unit || recipients.Exists(recipient => recipient.UnitId == unit))
        {
            Escalates = false;
            return null;
        }
        SendTo(unit, now, within);
        return new(Id, UnitId, from, unit, Field, Urgency, SentAt, now, AcknowledgeBy!.Value);
    }

    /// <summary>A unit above takes note of it.</summary>
    public Rejection? Acknowledge(Guid unit, string by, DateTimeOffset at)
    {
        if (unit == UnitId)
            return RefusedQuickReport.NotAbove;
        if (State is not QuickReportState.Sent)
            return RefusedQuickReport.IsAcknowledged;
        (State, AcknowledgedByUnitId, AcknowledgedBy, AcknowledgedAt) = (QuickReportState.Acknowledged, unit, by, at);
        (AcknowledgeBy, Escalates) = (null, false);
        return null;
    }

    /// <summary>Something is added to it.</summary>
    public Rejection? Add(QuickEntryKind kind, string text, Guid unit, string by, DateTimeOffset at)
    {
        if (State is QuickReportState.Closed)
            return RefusedQuickReport.IsClosed;
        if (kind is QuickEntryKind.Instruction && unit == UnitId)
            return RefusedQuickReport.NotAbove;
        entries.Add(
            new()
            {
                Number = entries.Count + 1,
                Kind = kind,
                UnitId = unit,
                Text = text,
                AddedBy = by,
                AddedAt = at,
            }
        );
        return null;
    }

    /// <summary>Closes it. One that nobody has acknowledged stays open: the sender does not take back what it has sent up.</summary>
    public Rejection? Close(string outcome, Guid unit, string by, DateTimeOffset at)
    {
        if (State is not QuickReportState.Acknowledged)
            return State is QuickReportState.Closed ? RefusedQuickReport.IsClosed : RefusedQuickReport.NotAcknowledged;
        (State, Outcome, ClosedByUnitId, ClosedBy, ClosedAt) = (QuickReportState.Closed, outcome, unit, by, at);
        return null;
    }

    void SendTo(Guid unit, DateTimeOffset at, TimeSpan within)
    {
        recipients.Add(
            new()
            {
                Level = recipients.Count + 1,
                UnitId = unit,
                ReceivedAt = at,
            }
        );
        (AcknowledgeBy, Escalates) = (at + within, true);
    }
}

/// <summary>A unit above that a quick report went to.</summary>
public sealed class Recipient
{
    /// <summary>1 is the unit above the sender, each next one above the one before.</summary>
    public required int Level { get; init; }
    public required Guid UnitId { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }
}
