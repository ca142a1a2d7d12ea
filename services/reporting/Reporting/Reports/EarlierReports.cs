using DanVan.Reporting.Cells;
using DanVan.Reporting.Periods;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Reports;

/// <summary>What a unit said on the same form before.</summary>
static class EarlierReports
{
    /// <summary>As sent, and while it is corrected as approved; null when it said nothing.</summary>
    /// <param name="db">The reports.</param>
    /// <param name="report">The one that the other is earlier than.</param>
    /// <param name="which">How much earlier.</param>
    /// <param name="ct">Stops it.</param>
    /// <param name="among">Only one of these.</param>
    public static async Task<FrozenContent.Document?> SaidEarlier(
        this ReportingDb db,
        Report report,
        Earlier which,
        CancellationToken ct,
        IQueryable<Report>? among = null
    )
    {
        var (lastDay, year) = (report.PeriodFrom.AddDays(-1), report.PeriodYear - 1);
        var content = await (among ?? db.Reports)
            .Where(r => r.Form == report.Form && r.UnitId == report.UnitId)
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
