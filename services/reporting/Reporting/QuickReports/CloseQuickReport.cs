using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.QuickReports;

/// <summary>Closes a quick report with what came of it.</summary>
public static class CloseQuickReport
{
    /// <param name="Outcome">What came of it, without who.</param>
    public sealed record Request([Text(4000)] string Outcome);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/closing", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Close a quick report with its outcome")
            .WithDescription(
                "Kết thúc báo cáo nhanh, nêu kết quả; khi một đơn vị cấp trên đã tiếp nhận. The sender or a unit that has it does."
            )
            .WithExample(new Request("Điểm tập kết đã di dời; tình hình ổn định."));

    static Task<Results<Ok<QuickReportView>, NotFound, ProblemHttpResult>> Handle(
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
            report =>
            {
                var (unit, now) = (caller.UnitId!.Value, clock.GetUtcNow());
                var refused = RefusedText.Among(("outcome", request.Outcome)) ?? report.Close(request.Outcome, unit, caller.Subject, now);
                if (refused is null)
                    db.Announce(
                        report,
                        new QuickReportClosed(report.Id, report.UnitId, unit, report.Field, report.Urgency, report.SentAt, now)
                    );
                return refused;
            },
            ct
        );
}
