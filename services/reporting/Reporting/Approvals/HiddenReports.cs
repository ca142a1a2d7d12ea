using DanVan.Chassis.Auth;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Reporting.Approvals;

/// <summary>Keeps what has not been approved from those who stand far above.</summary>
static class HiddenReports
{
    /// <summary>Without those whose edition at hand the rules hide from the caller.</summary>
    public static IQueryable<Report> NotHiddenFrom(this IQueryable<Report> reports, Caller caller, ReportingDb db)
    {
        var level = db.GetService<UnitTree>().LevelOf(caller.UnitId);
        foreach (var rule in db.GetService<DutyCatalogue>().All)
            if (rule.Approvals?.NeededFor(level) is { } needed)
                reports = reports.Without(rule, needed, db);
        return reports;
    }

    /// <summary>Whether the rules hide the edition at hand of a report from the caller.</summary>
    public static async Task<bool> IsHiddenFrom(this ReportingDb db, Caller caller, Report report, CancellationToken ct)
    {
        var all = db.Reports.AsQueryable();
        var readable = all.NotHiddenFrom(caller, db);
        return readable != all && !await readable.AnyAsync(one => one.Id == report.Id, ct);
    }

    /// <summary>Why the caller opens no report for a unit: it would not see it. Null when it would.</summary>
    public static Rejection? RefusesOpening(
        this DutyCatalogue duties,
        string form,
        Period period,
        UnitVersion unit,
        Caller caller,
        UnitTree tree
    ) =>
        duties.ApprovalsOf(form, period, unit.Kind)?.NeededFor(tree.LevelOf(caller.UnitId)) is { } needed
        && Concerns(needed, tree.LevelOf(unit.UnitId))
            ? Hidden
            : null;

    /// <summary>Why the caller gets no figures of what was sent: they would show reports that are hidden from it. Null when they would not.</summary>
    public static Rejection? RefusesFigures(this DutyCatalogue duties, string form, Period period, Caller caller, UnitTree tree) =>
        duties.For(form, period).Any(rule => rule.Approvals?.NeededFor(tree.LevelOf(caller.UnitId)) is not null) ? OnlyApproved : null;

    /// <summary>The same of what was sent for any period, on a form or on any.</summary>
    public static Rejection? RefusesWhatWasSent(this DutyCatalogue duties, string? form, Caller caller, UnitTree tree) =>
        duties.All.Any(rule => rule.Form == (form ?? rule.Form) && rule.Approvals?.NeededFor(tree.LevelOf(caller.UnitId)) is not null)
            ? OnlyApproved
            : null;

    // Not those of units above that level, nor what was approved for good before there was a rule.
    static IQueryable<Report> Without(this IQueryable<Report> reports, DutyRule rule, string needed, ReportingDb db)
    {
        string[] below = [.. UnitLevels.All.Where(level => Concerns(needed, level))];
        string[] enough = [.. UnitLevels.All.Where(level => UnitLevels.RankOf(level) >= UnitLevels.RankOf(needed))];
        string[] kinds = [.. rule.Kinds];
        var units = db.Database.SqlQuery<Guid>(
            $"""
            select unit_id as "Value" from directory.unit_versions v
            where kind = any ({kinds}) and level = any ({below})
                and not exists (select from directory.unit_versions later where later.unit_id = v.unit_id and later.valid_from > v.valid_from)
            """
        );
        return reports.Where(report =>
            report.State == ReportState.Approved
            || report.Form != rule.Form
            || report.Regime != rule.Regime
            || !rule.PeriodKinds.Contains(report.PeriodKind)
            || report.PeriodTo < rule.InForceFrom
            || report.PeriodTo > (rule.InForceTo ?? DateOnly.MaxValue)
            || !units.Contains(report.UnitId)
            || db.ReportApprovals.Any(approval =>
                approval.ReportId == report.Id
                && approval.Edition == report.Edition
                && approval.Ended == null
                && enough.Contains(approval.Level)
            )
        );
    }

    static bool Concerns(string needed, string? level) => UnitLevels.RankOf(level) <= UnitLevels.RankOf(needed);

    internal static readonly Rejection Hidden = new(
        "reporting.hidden-until-approved",
        "Cấp của người gọi chỉ thấy báo cáo của đơn vị này sau khi cấp dưới phê duyệt.",
        "The level of the caller sees reports of this unit when the levels below have approved them.",
        StatusCodes.Status404NotFound,
        "unitId"
    );

    static readonly Rejection OnlyApproved = new(
        "reporting.hidden-until-approved",
        "Cấp của người gọi không thấy báo cáo chưa được cấp dưới phê duyệt, nên chỉ xem được số liệu đã phê duyệt (basis=APPROVED).",
        "The level of the caller does not see what the levels below have not approved: it reads figures by basis=APPROVED.",
        StatusCodes.Status403Forbidden,
        "basis"
    );
}
