using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Approvals;

/// <summary>Takes back the approval of the caller's unit, as long as no level above has approved.</summary>
public static class WithdrawApproval
{
    /// <param name="Reason">Why.</param>
    public sealed record Request([Text(2000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/approval-withdrawal", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Withdraw the approval of the own unit, before a level above has approved")
            .WithDescription(
                "Rút phê duyệt của đơn vị mình khi cấp trên chưa phê duyệt, kèm lý do. The report awaits the level again; what was approved by the last level is for good, and is corrected."
            )
            .WithExample(new Request("Phát hiện số liệu hội nghị bị tính hai lần."));

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Take(
            id,
            ifMatch,
            caller,
            async report =>
            {
                var plan = await db.PlanOf(report, ct);
                if ((report.RefusesDecision() ?? plan.RefusesWithdrawal(caller.UnitId)) is { } refused)
                    return refused.ToProblem();
                var approval = plan.Standing[^1];
                approval.End(ApprovalEnd.Withdrawn, request.Reason, caller.Subject, clock.GetUtcNow());
                db.Announce(report, Withdrawn(report, approval, clock.Today()));
                return null;
            },
            ct
        );

    static ReportLevelApprovalWithdrawn Withdrawn(Report report, ReportApproval approval, DateOnly today) =>
        new(
            report.Id,
            report.UnitId,
            report.Form,
            report.Regime,
            EnumNames.Of(report.PeriodKind),
            report.PeriodYear,
            report.PeriodIndex,
            report.Edition,
            approval.Level!,
            approval.UnitId,
            today
        );
}
