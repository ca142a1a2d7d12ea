using DanVan.Reporting.Cells;
using DanVan.Reporting.Periods;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>What a unit said on the same form before.</summary>
static class EarlierReports
{
    /// <summary>As sent, and while it is corrected as approved; null when it said nothing.</summary>
    public static async Task<FrozenContent.Document?> SaidEarlier(this ReportingDb db, Report report, Earlier which, CancellationToken ct)
    {
        var (lastDay, year) = (report.PeriodFrom.AddDays(-1), report.PeriodYear - 1);
        var content = await db
            .Reports.Where(r => r.Form == report.Form && r.UnitId == report.UnitId)
            .Where(r => r.Regime == report.Regime && r.PeriodKind == report.PeriodKind)
            .Where(r => which == Earlier.LastYear ? r.PeriodYear == year && r.PeriodIndex == report.PeriodIndex : r.PeriodTo == lastDay)
            .OrderByDescending(r => r.PeriodFrom)
            .Select(r =>
                r.Content
                ?? db.ReportEditions.Where(e => e.ReportId == r.Id)
                    .OrderByDescending(e => e.Edition)
                    .Select(e => e.Content)
                    .FirstOrDefault()
            )
            .FirstOrDefaultAsync(said => said != null, ct);
        return content is null ? null : FrozenContent.Read(content);
    }
}
