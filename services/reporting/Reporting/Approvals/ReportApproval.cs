using DanVan.Chassis.Auth;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Approvals;

/// <summary>An approval of an edition of a report by a unit. Rows are added and may end, and are never removed.</summary>
public sealed class ReportApproval
{
    /// <summary>UUIDv7: approvals of a report are in the order of their ids.</summary>
    public required Guid Id { get; init; }
    public required Guid ReportId { get; init; }
    public required int Edition { get; init; }

    /// <summary>The unit whose caller approved.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Its level; none of a unit that is not known here.</summary>
    public string? Level { get; init; }
    public required string ApprovedBy { get; init; }
    public required DateTimeOffset ApprovedAt { get; init; }

    /// <summary>Why it stands no more; null while it does.</summary>
    public ApprovalEnd? Ended { get; private set; }
    public string? EndedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public string? EndReason { get; private set; }

    internal static ReportApproval Of(Report report, Guid unit, string? level, Caller caller, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            ReportId = report.Id,
            Edition = report.Edition,
            UnitId = unit,
            Level = level,
            ApprovedBy = caller.Subject,
            ApprovedAt = at,
        };

    internal void End(ApprovalEnd how, string reason, string by, DateTimeOffset at) =>
        (Ended, EndReason, EndedBy, EndedAt) = (how, reason, by, at);
}

/// <summary>How an approval ended.</summary>
public enum ApprovalEnd
{
    /// <summary>The report was returned.</summary>
    Returned,

    /// <summary>Whoever gave it took it back.</summary>
    Withdrawn,
}
