using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Reporting.Cells;
using DanVan.Reporting.Checks;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DanVan.Reporting.Reports;

/// <summary>Sends a report up. From here on it says what it says, whatever events come.</summary>
public static class SubmitReport
{
    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("/{id:guid}/submission", Handle)
            .RequireScope("reporting.write")
            .RequireIfMatch()
            .WithSummary("Submit a report")
            .WithDescription(
                "Gửi báo cáo: nội dung được chốt kèm mã băm. Its cells stand still; events that come later show as a difference at `/cells`, never in the content. "
                    + "A rule of the form that blocks and does not hold (`/checks`) is put right or explained first."
            );

    static Task<Results<Ok<ReportView>, NotFound, ProblemHttpResult>> Handle(
        Guid id,
        IfMatch ifMatch,
        ReportingDb db,
        FormCatalogue forms,
        Contribute contribute,
        Caller caller,
        PeriodLocks locks,
        TimeProvider clock,
        CancellationToken ct
    ) =>
        db.Edit(
            id,
            ifMatch,
            caller,
            locks,
            async report =>
            {
                var form = forms.Version(report.Form, report.FormVersion);
                var (figures, cells) = await db.CellsNow(report, form, ct);
                var checks = await db.ChecksNow(report, form, cells, ct);
                if (RefusedChecks.Unexplained(checks) is { } wrong)
                    return wrong.ToProblem();
                if (report.Submit(FrozenContent.Of(report, figures.Watermarks, cells, checks), caller.Subject, clock) is { } refused)
                    return refused.ToProblem();
                await contribute.Sent(report, form, cells, figures, ct);
                db.Announce(report, Submitted(report, clock.Today()));
                return null;
            },
            ct
        );

    static ReportSubmitted Submitted(Report report, DateOnly today) =>
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
            report.SendBy,
            report.ContentHash!
        );
}
