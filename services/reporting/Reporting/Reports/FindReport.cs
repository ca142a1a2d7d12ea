using DanVan.Chassis.Auth;
using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>Finding reports, and only those that a caller may know of: of its subtree today, or as it stood at the end of the period.</summary>
static class FindReport
{
    public static IQueryable<Report> ReportsFor(this ReportingDb db, Caller caller) =>
        db.Reports.Visible(caller, db, report => report.PeriodTo);

    public static Task<Report?> FindReportFor(this ReportingDb db, Caller caller, Guid id, CancellationToken ct) =>
        db.ReportsFor(caller).SingleOrDefaultAsync(report => report.Id == id, ct);
}
