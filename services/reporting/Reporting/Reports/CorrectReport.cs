using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Reporting.Contracts.V1;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>Opens an approved report again, as its next edition. What was approved stays as it is, and readable.</summary>
public static class CorrectReport
{
    /// <param name="Reason">What was found to be wrong.</param>
    public sealed record Request([Text(2000)] string Reason);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/correction", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Correct an approved report: open its next edition")
            .WithDescription(
                "Đính chính báo cáo đã phê duyệt: mở bản kế tiếp để sửa, gửi và phê duyệt lại; bản đã phê duyệt giữ nguyên tại `/editions`. "
                    + "A correction is also opened after the period has locked: it never changes the edition that was approved."
            )
            .WithExample(new Request("Hai cuộc đối thoại trong kỳ chưa được tính."));

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
                if (report.RefusesCorrection() is { } refused)
                    return refused.ToProblem();
                // An instance of the version before approves without keeping the edition.
                if (!await db.ReportEditions.AnyAsync(edition => edition.ReportId == id && edition.Edition == report.Edition, ct))
                    db.ReportEditions.Add(ReportEdition.Of(report));
                report.Correct(request.Reason, caller.Subject, clock.GetUtcNow());
                db.Announce(report, Opened(report, clock.Today()));
                return null;
            },
            ct
        );

    static ReportCorrectionOpened Opened(Report report, DateOnly today) =>
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
            report.Edition
        );
}
