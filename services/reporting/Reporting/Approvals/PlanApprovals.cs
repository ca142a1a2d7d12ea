using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Reporting.Approvals;

/// <summary>Who approves a report, as the rules and the tree stand now.</summary>
static class PlanApprovals
{
    public static async Task<ApprovalPlan> PlanOf(this ReportingDb db, Report report, CancellationToken ct) =>
        new(db.LevelsOf(report), await db.ReportApprovals.Where(a => a.ReportId == report.Id).Standing(report.Edition).ToListAsync(ct));

    /// <summary>Those of an edition that stand, in order.</summary>
    public static IQueryable<ReportApproval> Standing(this IQueryable<ReportApproval> approvals, int edition) =>
        approvals.Where(approval => approval.Edition == edition && approval.Ended == null).OrderBy(approval => approval.Id);

    /// <summary>The levels of the rule at which a unit stands today that can approve: the one that answers for the report, or one above it.</summary>
    public static IReadOnlyList<string> LevelsOf(this ReportingDb db, Report report)
    {
        var tree = db.GetService<UnitTree>();
        if (db.GetService<DutyCatalogue>().ApprovalsOf(report, tree) is not { } rule)
            return [];
        var (unit, today) = (report.AnsweringUnitId, db.GetService<TimeProvider>().Today());
        var day = tree.LastDay(unit) is { } last && last < today ? last : today;
        var levels = tree.Ancestors(unit, day)
            .Select(one => one.UnitId)
            .Append(unit)
            .Where(one => tree.Find(one, today) is not null)
            .Append(RootUnit.Id)
            .Select(one => tree.LevelOf(one))
            .ToHashSet();
        return [.. rule.Levels.Where(levels.Contains)];
    }
}
