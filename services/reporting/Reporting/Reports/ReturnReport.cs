using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Reports;

/// <summary>Gives a submitted report back to its unit.</summary>
public static class ReturnReport
{
    /// <param name="Reason">What is to be corrected.</param>
    public sealed record Request([Text(2000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/return", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Return a submitted report with a reason")
            .WithDescription(
                "Trả lại báo cáo đã gửi, kèm lý do. It can be edited and submitted again. Where levels approve one after the other, the level whose turn it is returns it, "
                    + "or one above; what was approved of this edition stands no more, and is kept at `/approvals`."
            )
            .WithExample(new Request("Thiếu số liệu về cơ quan, đơn vị xếp loại tốt (QC05)."));

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        Request request,
        IfMatch ifMatch,
        ReportingDb db,
        Contribute contribute,
        UnitTree tree,
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
                var (plan, at) = (await db.PlanOf(report, ct), clock.GetUtcNow());
                var may = report.RefusesDecision() ?? plan.RefusesReturn(tree.LevelOf(caller.UnitId));
                if ((may ?? report.Return(request.Reason, caller.Subject, at)) is { } refused)
                    return refused.ToProblem();
                foreach (var approval in plan.Standing)
                    approval.End(ApprovalEnd.Returned, request.Reason, caller.Subject, at);
                await contribute.Returned(report, ct);
                db.Announce(report, Returned(report, clock.Today()));
                return null;
            },
            ct
        );

    static ReportReturned Returned(Report report, DateOnly today) =>
        new(
            report.Id,
            report.UnitId,
            report.Form,
            report.Regime,
            EnumNames.Of(report.PeriodKind),
            report.PeriodYear,
            report.PeriodIndex,
            today
        );
}
