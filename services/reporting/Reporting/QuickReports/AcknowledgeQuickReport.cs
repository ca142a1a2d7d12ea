using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.QuickReports;

/// <summary>A unit above takes note of a quick report: it goes no further up by itself.</summary>
public static class AcknowledgeQuickReport
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/acknowledgement", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Acknowledge a quick report")
            .WithDescription(
                "Đơn vị cấp trên tiếp nhận báo cáo nhanh; từ đó không tự chuyển lên nữa. Any unit that it has gone up to may."
            );

    static Task<Results<Ok<QuickReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
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
            report =>
            {
                var (unit, now) = (caller.UnitId!.Value, clock.GetUtcNow());
                if (report.Acknowledge(unit, caller.Subject, now) is { } refused)
                    return refused;
                db.Announce(
                    report,
                    new QuickReportAcknowledged(report.Id, report.UnitId, unit, report.Field, report.Urgency, report.SentAt, now)
                );
                return null;
            },
            ct
        );
}
