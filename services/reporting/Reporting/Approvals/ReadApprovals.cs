using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Approvals;

/// <summary>Every approval that a report has had, and how those ended that stand no more.</summary>
public static class ReadApprovals
{
    /// <param name="Edition">Of which edition.</param>
    /// <param name="Level">The level of the unit.</param>
    /// <param name="UnitId">The unit that approved.</param>
    /// <param name="Ended">How it ended; absent while it stands.</param>
    /// <param name="EndReason">Why.</param>
    public sealed record GivenApproval(
        int Edition,
        string? Level,
        Guid UnitId,
        string ApprovedBy,
        DateTimeOffset ApprovedAt,
        ApprovalEnd? Ended,
        string? EndedBy,
        DateTimeOffset? EndedAt,
        string? EndReason
    );

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapGet("/{id:guid}/approvals", Handle)
            .RequireScope("reporting.read")
            .WithSummary("Every approval of a report by every level, the first first")
            .WithDescription("Các lần phê duyệt của từng cấp, kể cả những lần đã rút hoặc hết giá trị khi báo cáo bị trả lại, kèm lý do.");

    static async Task<Results<Ok<IReadOnlyList<GivenApproval>>, NotFound>> Handle(
        Guid id,
        ReportingDb db,
        Caller caller,
        CancellationToken ct
    ) =>
        await db.FindKnownReport(caller, id, ct) is null
            ? TypedResults.NotFound()
            : TypedResults.Ok<IReadOnlyList<GivenApproval>>(
                await db
                    .ReportApprovals.Where(approval => approval.ReportId == id)
                    .OrderBy(approval => approval.Id)
                    .Select(approval => new GivenApproval(
                        approval.Edition,
                        approval.Level,
                        approval.UnitId,
                        approval.ApprovedBy,
                        approval.ApprovedAt,
                        approval.Ended,
                        approval.EndedBy,
                        approval.EndedAt,
                        approval.EndReason
                    ))
                    .ToListAsync(ct)
            );
}
