using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Reports;

/// <summary>A report (báo cáo) of a unit for a period on a version of a form.</summary>
public sealed class Report : ISubject, IUnitScoped
{
    public required Guid Id { get; init; }
    public int Version { get; set; }
    public required string Form { get; init; }
    public required int FormVersion { get; init; }
    public required Guid UnitId { get; init; }

    /// <summary>Who answers for it since its own unit ended; null while that one exists, or until a person decides.</summary>
    public Guid? HandledByUnitId { get; private set; }

    /// <summary>The unit that answers for it: its own, or another since that one ended.</summary>
    public Guid AnsweringUnitId => HandledByUnitId ?? UnitId;
    public required string Regime { get; init; }
    public required PeriodKind PeriodKind { get; init; }
    public required int PeriodYear { get; init; }
    public required int PeriodIndex { get; init; }
    public required DateOnly PeriodFrom { get; init; }
    public required DateOnly PeriodTo { get; init; }

    /// <summary>The day by which the law wants it sent; null where it names none.</summary>
    public DateOnly? SendBy { get; init; }

    public ReportState State { get; private set; }

    /// <summary>Which edition it stands in: a correction opens the next, and leaves the approved one as it is.</summary>
    public int Edition { get; private set; } = 1;
    public required string OpenedBy { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day on which it was first sent, in Việt Nam: a report returned for correction is not late for that.</summary>
    public DateOnly? FirstSentOn { get; private set; }

    public string? SubmittedBy { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }
    public string? ReturnedBy { get; private set; }
    public DateTimeOffset? ReturnedAt { get; private set; }
    public string? ReturnReason { get; private set; }
    public string? ApprovedBy { get; private set; }
    public DateTimeOffset? ApprovedAt { get; private set; }

    /// <summary>Why this edition takes the place of the one before; null for the first.</summary>
    public string? CorrectionReason { get; private set; }
    public string? CorrectionOpenedBy { get; private set; }
    public DateTimeOffset? CorrectionOpenedAt { get; private set; }

    /// <summary>What was submitted, to the byte; null while it is being worked on.</summary>
    public string? Content { get; private set; }

    /// <summary>SHA-256 of <see cref="Content"/>.</summary>
    public string? ContentHash { get; private set; }

    public Period Period => new(Regime, PeriodKind, PeriodYear, PeriodIndex, PeriodFrom, PeriodTo);

    /// <summary>What a file of it is called: form, period and id, no name of a unit or a person.</summary>
    /// <param name="ending">Such as pdf.</param>
    public string FileName(string ending) => $"{Form}-{PeriodYear}-{EnumNames.Of(PeriodKind)}-{PeriodIndex}-{Id}.{ending}";

    Guid? ISubject.UnitId => UnitId;

    /// <summary>Why its cells cannot be changed; null when they can.</summary>
    public Rejection? RefusesEdits() =>
        State is ReportState.Draft or ReportState.Returned or ReportState.Correcting
            ? null
            : new(
                "reporting.not-editable",
                "Báo cáo đã gửi hoặc đã phê duyệt thì không sửa được; báo cáo đã gửi phải được trả lại, báo cáo đã phê duyệt phải được đính chính.",
                "A submitted or approved report cannot be edited; a submitted one must be returned first, an approved one corrected as its next edition."
            );

    /// <summary>Sends it up: this content stands still.</summary>
    public Rejection? Submit(FrozenContent content, string by, TimeProvider clock)
    {
        if (RefusesEdits() is { } refused)
            return refused;
        (State, SubmittedBy, SubmittedAt) = (ReportState.Submitted, by, clock.GetUtcNow());
        FirstSentOn ??= clock.Today();
        (Content, ContentHash) = (content.Json, content.Hash);
        return null;
    }

    /// <summary>Gives it back to be corrected.</summary>
    public Rejection? Return(string reason, string by, DateTimeOffset at)
    {
        if (RefusesDecision() is { } refused)
            return refused;
        (State, ReturnedBy, ReturnedAt, ReturnReason) = (ReportState.Returned, by, at, reason);
        (Content, ContentHash) = (null, null);
        return null;
    }

    /// <summary>Approves what was submitted.</summary>
    public Rejection? Approve(string by, DateTimeOffset at)
    {
        if (RefusesDecision() is { } refused)
            return refused;
        (State, ApprovedBy, ApprovedAt) = (ReportState.Approved, by, at);
        return null;
    }

    /// <summary>Why it cannot be corrected; null when it can.</summary>
    public Rejection? RefusesCorrection() =>
        State is ReportState.Approved
            ? null
            : new(
                "reporting.not-approved",
                "Chỉ báo cáo đã phê duyệt mới được đính chính; báo cáo chưa phê duyệt thì sửa trực tiếp hoặc trả lại.",
                "Only an approved report is corrected; one that is not approved is edited, or returned."
            );

    /// <summary>Opens it again as its next edition. Who keeps the approved one has done so before.</summary>
    public void Correct(string reason, string by, DateTimeOffset at)
    {
        (State, Edition) = (ReportState.Correcting, Edition + 1);
        (CorrectionReason, CorrectionOpenedBy, CorrectionOpenedAt) = (reason, by, at);
        (SubmittedBy, SubmittedAt, ReturnedBy, ReturnedAt, ReturnReason) = (null, null, null, null, null);
        (ApprovedBy, ApprovedAt, Content, ContentHash) = (null, null, null, null);
    }

    /// <summary>Why it cannot be handed over; null when it can.</summary>
    public Rejection? RefusesHandover() =>
        State is ReportState.Approved
            ? new(
                "reporting.approved",
                "Báo cáo đã phê duyệt thì giữ nguyên, không chuyển cho đơn vị khác.",
                "An approved report stays as it is: nobody has to answer for it any more."
            )
            : null;

    /// <summary>The unit that answers for it has ended: another does. Days and content stay as they are.</summary>
    public ReportHandedOver HandOver(Guid unit, DateOnly on, Guid? reorganisation)
    {
        HandledByUnitId = unit;
        return new(Id, UnitId, Form, Regime, EnumNames.Of(PeriodKind), PeriodYear, PeriodIndex, unit, on, reorganisation, SendBy);
    }

    /// <summary>Why it is neither approved nor returned; null when it can be.</summary>
    public Rejection? RefusesDecision() =>
        State is ReportState.Submitted
            ? null
            : new(
                "reporting.not-submitted",
                "Chỉ báo cáo đang ở trạng thái đã gửi mới được phê duyệt hoặc trả lại.",
                "Only a report that stands submitted can be approved or returned."
            );
}
