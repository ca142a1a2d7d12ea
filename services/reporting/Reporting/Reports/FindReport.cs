using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using DanVan.Reporting.Approvals;
using DanVan.Reporting.Periods;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>
/// Finding reports, and only those that a caller may know of: of its subtree today, or as it stood at the end of the period; or of a unit that has ended
/// and for which a unit of its subtree answers.
/// </summary>
static class FindReport
{
    /// <summary>Reports of the units that the caller sees, whatever is hidden of them.</summary>
    public static IQueryable<Report> ReportsFor(this ReportingDb db, Caller caller)
    {
        var own = db.Reports.Visible(caller, db, report => report.PeriodTo);
        if (caller.IsRoot())
            return own;
        var ids = own.Select(report => report.Id);
        var handedOver = db
            .Reports.Where(report => report.HandledByUnitId != null)
            .Select(report => new HandedOver { Id = report.Id, UnitId = report.HandledByUnitId!.Value })
            .Visible(caller, db)
            .Select(report => report.Id);
        return db.Reports.Where(report => ids.Contains(report.Id) || handedOver.Contains(report.Id));
    }

    /// <summary>Those on a form for a period, whoever's they are.</summary>
    public static IQueryable<Report> On(this IQueryable<Report> reports, string form, Period period) =>
        reports.Where(report =>
            report.Form == form
            && report.Regime == period.Regime
            && report.PeriodKind == period.Kind
            && report.PeriodYear == period.Year
            && report.PeriodIndex == period.Index
        );

    /// <summary>A report whose edition at hand the caller may read.</summary>
    public static Task<Report?> FindReportFor(this ReportingDb db, Caller caller, Guid id, CancellationToken ct) =>
        db.ReadableReports(caller).SingleOrDefaultAsync(report => report.Id == id, ct);

    /// <summary>Reports whose edition at hand the caller may read.</summary>
    public static IQueryable<Report> ReadableReports(this ReportingDb db, Caller caller) => db.ReportsFor(caller).NotHiddenFrom(caller, db);

    /// <summary>A report that the caller may know of, if only by the editions that were approved.</summary>
    public static Task<Report?> FindKnownReport(this ReportingDb db, Caller caller, Guid id, CancellationToken ct) =>
        db.KnownReports(caller).SingleOrDefaultAsync(report => report.Id == id, ct);

    /// <summary>Reports that the caller may know of: what was approved once is not hidden for being corrected.</summary>
    public static IQueryable<Report> KnownReports(this ReportingDb db, Caller caller)
    {
        var (known, all) = (db.ReportsFor(caller), db.Reports.AsQueryable());
        var readable = all.NotHiddenFrom(caller, db);
        if (readable == all)
            return known;
        var ids = readable.Select(report => report.Id);
        return known.Where(report => report.Edition > 1 || ids.Contains(report.Id));
    }

    /// <summary>A report under the unit that answers for it.</summary>
    sealed class HandedOver : IUnitScoped
    {
        public required Guid Id { get; init; }
        public required Guid UnitId { get; init; }
    }
}
