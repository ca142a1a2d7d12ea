using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Reports;

/// <summary>Approves what was submitted, for good.</summary>
public static class ApproveReport
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/approval", Handle)
            .RequireScope("reporting.approve")
            .RequireIfMatch()
            .WithSummary("Approve a submitted report")
            .WithDescription("Phê duyệt báo cáo đã gửi. What is approved is the document whose hash the report carries.");

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        ReportingDb db,
        Contribute contribute,
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
                if (report.Approve(caller.Subject, clock.GetUtcNow()) is { } refused)
                    return refused.ToProblem();
                await contribute.Approved(report, ct);
                db.ReportEditions.Add(ReportEdition.Of(report));
                db.Announce(report, Approved(report, clock.Today()));
                return null;
            },
            ct
        );

    static ReportApproved Approved(Report report, DateOnly today) =>
        new(
            report.Id,
            report.UnitId,
            report.Form,
            report.FormVersion,
            report.Regime,
            EnumNames.Of(report.PeriodKind),
            report.PeriodYear,
            report.PeriodIndex,
            report.PeriodFrom,
            report.PeriodTo,
            today,
            report.ContentHash!,
            report.Edition
        );
}
