using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Approvals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Reports;

/// <summary>Approves what was submitted: for good, or for the level of the caller where levels approve one after the other.</summary>
public static class ApproveReport
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/approval", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Approve a submitted report")
            .WithDescription(
                "Phê duyệt báo cáo đã gửi; nơi quy định nhiều cấp phê duyệt thì lần lượt từ dưới lên. What is approved is the document whose hash the report carries. It is APPROVED "
                    + "with the last level; until then `awaits` names the level whose turn it is."
            );

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        ReportingDb db,
        ApproveLevel approve,
        Caller caller,
        CancellationToken ct
    ) => db.Take(id, ifMatch, caller, async report => (await approve.Take(report, caller, ct))?.ToProblem(), ct);
}
