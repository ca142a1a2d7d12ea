using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Reports;

/// <summary>A report without its cells, which are read on their own since the computed ones follow the events.</summary>
/// <param name="SendBy">The day by which the law wants it sent; null where it names none.</param>
/// <param name="HandledByUnitId">Who answers for it since its own unit ended; absent while that one exists, or until a person decides.</param>
/// <param name="Period">The period with its days.</param>
/// <param name="OnTime">Whether it was first sent by that day; null while not sent, or without such a day.</param>
/// <param name="ContentHash">SHA-256 of what was submitted; null while it is being worked on.</param>
/// <param name="Edition">Which edition it stands in, from 1; who submitted, returned and approved are told of this one, of those before at <c>/editions</c>.</param>
/// <param name="CorrectionReason">Why this edition takes the place of the one before; absent at the first.</param>
/// <param name="Approvals">Approvals of this edition that stand, the lowest level first; those that ended are at <c>/approvals</c>.</param>
/// <param name="Awaits">The level whose turn it is to approve it; absent where one approval is for good, and while it does not stand submitted.</param>
/// <param name="MayApprove">Whether the caller can approve it now.</param>
/// <param name="MayReturn">Whether the caller can return it now.</param>
/// <param name="MayWithdraw">Whether the caller can take back an approval of its unit now.</param>
/// <param name="OpenFlags">Flags on its cells that are not settled.</param>
public sealed record ReportView(
    Guid Id,
    int Version,
    string Form,
    int FormVersion,
    Guid UnitId,
    Guid? HandledByUnitId,
    Period Period,
    DateOnly? SendBy,
    bool? OnTime,
    ReportState State,
    string OpenedBy,
    DateTimeOffset OpenedAt,
    string? SubmittedBy,
    DateTimeOffset? SubmittedAt,
    string? ReturnedBy,
    DateTimeOffset? ReturnedAt,
    string? ReturnReason,
    string? ApprovedBy,
    DateTimeOffset? ApprovedAt,
    string? ContentHash,
    int Edition,
    string? CorrectionReason,
    string? CorrectionOpenedBy,
    DateTimeOffset? CorrectionOpenedAt,
    IReadOnlyList<ApprovalView> Approvals,
    string? Awaits,
    bool MayApprove,
    bool MayReturn,
    bool MayWithdraw,
    int OpenFlags
) : IVersionedView
{
    /// <param name="level">The level of the caller's unit.</param>
    internal static ReportView Of(Report report, ApprovalPlan plan, Caller caller, string? level, int openFlags)
    {
        var isOpen = report.State is ReportState.Submitted;
        var decides = isOpen && caller.Has("reporting.approve");
        return new(
            report.Id,
            report.Version,
            report.Form,
            report.FormVersion,
            report.UnitId,
            report.HandledByUnitId,
            report.Period,
            report.SendBy,
            report.FirstSentOn is { } sent && report.SendBy is { } day ? sent <= day : null,
            report.State,
            report.OpenedBy,
            report.OpenedAt,
            report.SubmittedBy,
            report.SubmittedAt,
            report.ReturnedBy,
            report.ReturnedAt,
            report.ReturnReason,
            report.ApprovedBy,
            report.ApprovedAt,
            report.ContentHash,
            report.Edition,
            report.CorrectionReason,
            report.CorrectionOpenedBy,
            report.CorrectionOpenedAt,
            [.. plan.Standing.Select(ApprovalView.Of)],
            isOpen ? plan.Awaits : null,
            decides && plan.RefusesApproval(level) is null,
            decides && plan.RefusesReturn(level) is null,
            decides && plan.RefusesWithdrawal(caller.UnitId) is null,
            openFlags
        );
    }
}

/// <summary>An approval.</summary>
/// <param name="Level">COMMUNE, DISTRICT, PROVINCE or CENTRAL; absent of a unit that is not known here.</param>
/// <param name="UnitId">The unit that approved.</param>
/// <param name="By">The account or client.</param>
/// <param name="At">When.</param>
public sealed record ApprovalView(string? Level, Guid UnitId, string By, DateTimeOffset At)
{
    internal static ApprovalView Of(ReportApproval approval) =>
        new(approval.Level, approval.UnitId, approval.ApprovedBy, approval.ApprovedAt);
}
