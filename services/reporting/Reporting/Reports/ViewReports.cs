using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Flags;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace DanVan.Reporting.Reports;

/// <summary>Reports as a caller sees them: with who has approved, what the caller may do, and what is asked about their cells.</summary>
static class ViewReports
{
    public static async Task<ReportView> ViewOf(this ReportingDb db, Report report, Caller caller, CancellationToken ct) =>
        (await db.ViewsOf([report], caller, ct))[0];

    public static async Task<IReadOnlyList<ReportView>> ViewsOf(
        this ReportingDb db,
        IReadOnlyList<Report> reports,
        Caller caller,
        CancellationToken ct
    )
    {
        Guid[] ids = [.. reports.Select(report => report.Id)];
        var standing = await db
            .ReportApprovals.AsNoTracking()
            .Where(approval => ids.Contains(approval.ReportId) && approval.Ended == null)
            .OrderBy(approval => approval.Id)
            .ToListAsync(ct);
        var approvals = standing.ToLookup(approval => (approval.ReportId, approval.Edition));
        var flags = await db
            .CellFlags.Where(flag => ids.Contains(flag.ReportId) && flag.State != FlagState.Resolved)
            .GroupBy(flag => flag.ReportId)
            .Select(of => new { of.Key, Count = of.Count() })
            .ToDictionaryAsync(of => of.Key, of => of.Count, ct);
        var level = db.GetService<UnitTree>().LevelOf(caller.UnitId);
        return
        [
            .. reports.Select(report =>
                ReportView.Of(
                    report,
                    new(db.LevelsOf(report), [.. approvals[(report.Id, report.Edition)]]),
                    caller,
                    level,
                    flags.GetValueOrDefault(report.Id)
                )
            ),
        ];
    }
}
