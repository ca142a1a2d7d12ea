using DanVan.Chassis;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Chassis.OpenApi;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Contracts.V1;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Locks;
using DanVan.Reporting.Periods;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>Opens the report of a unit for a period: makes it, or finds the one there is.</summary>
public static class OpenReport
{
    /// <param name="Form">Code of the form, such as DANVAN; the version in force at the period's end is taken.</param>
    /// <param name="UnitId">The reporting unit.</param>
    /// <param name="Period">The period; its days are given only where the law does not fix them.</param>
    public sealed record Request([Text(64)] string Form, Guid UnitId, PeriodRequest Period);

    public static void Map(RouteGroupBuilder group) =>
        group
            .MapPost("", Handle)
            .RequireScope("reporting.write")
            .WithSummary("Open the report of a unit for a period")
            .WithDescription(
                "Mở báo cáo của một đơn vị cho một kỳ theo biểu mẫu. 201 when it is new, 200 with the report that exists already: "
                    + "a unit has one report for a form and a period."
            )
            .Produces(StatusCodes.Status404NotFound)
            .WithExample(new Request("DANVAN", RootUnit.Id, new("STATE_ND09", PeriodKind.HalfYear, 2026, 1)));

    static async Task<Results<Created<ReportView>, Ok<ReportView>, ProblemHttpResult>> Handle(
        Request request,
        ReportingDb db,
        Caller caller,
        ReportRules rules,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (report, isNew, refused) = await Find(db, request, rules, caller, clock, ct);
        if (report is null)
            return refused!.ToProblem();
        if (!isNew)
            return TypedResults.Ok(await db.ViewOf(report, caller, ct));
        db.Open(report);
        await db.SaveChangesAsync(ct);
        return TypedResults.Created($"/api/v1/reports/{report.Id}", await db.ViewOf(report, caller, ct));
    }

    /// <summary>The report that a request names: the one there is, or a new one that is not kept yet; null with what is wrong otherwise.</summary>
    internal static async Task<(Report? Report, bool IsNew, Rejection? Refused)> Find(
        ReportingDb db,
        Request request,
        ReportRules rules,
        Caller caller,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        var (named, refused) = await rules.Understand(request, caller, ct);
        if (named is not var (period, form, unit, owed))
            return (null, false, refused);
        if (await db.Reports.On(form.Code, period).SingleOrDefaultAsync(report => report.UnitId == unit.UnitId, ct) is { } existing)
            return await db.IsHiddenFrom(caller, existing, ct) ? (null, false, HiddenReports.Hidden) : (existing, false, null);
        if (rules.Approvals.RefusesOpening(form.Code, period, unit, caller, rules.Tree) is { } hidden)
            return (null, false, hidden);
        if (owed.RefusesOpening(unit, rules.Tree) is { } notAsked)
            return (null, false, notAsked);
        var sendBy = owed.SendBy(unit.Level);
        if (await rules.Locks.Refuse(form.Code, period, unit, sendBy, ct) is { } locked)
            return (null, false, locked);
        var report = new Report
        {
            Id = Guid.CreateVersion7(clock.GetUtcNow()),
            Form = form.Code,
            FormVersion = form.Version,
            UnitId = unit.UnitId,
            Regime = period.Regime,
            PeriodKind = period.Kind,
            PeriodYear = period.Year,
            PeriodIndex = period.Index,
            PeriodFrom = period.From,
            PeriodTo = period.To,
            SendBy = sendBy,
            OpenedBy = caller.Subject,
            OpenedAt = clock.GetUtcNow(),
        };
        return (report, true, null);
    }

    /// <summary>Keeps a new report and announces it.</summary>
    internal static void Open(this ReportingDb db, Report report)
    {
        db.Reports.Add(report);
        db.Announce(report, Opened(report));
    }

    internal static readonly Rejection UnknownUnit = new(
        "reporting.unknown-unit",
        "Không có đơn vị này trong kỳ báo cáo, hoặc người gọi không được biết đến nó.",
        "There is no such unit in the period, or the caller may not know of it.",
        StatusCodes.Status404NotFound,
        "unitId"
    );

    static ReportOpened Opened(Report report) =>
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
            report.PeriodTo
        );
}
