using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Checks;

/// <summary>The rules of a form for a report, as its cells stand now.</summary>
static class RunChecks
{
    public static async Task<IReadOnlyList<CheckView>> ChecksNow(
        this ReportingDb db,
        Report report,
        Form form,
        IReadOnlyList<Cell> cells,
        CancellationToken ct
    )
    {
        if (form.Checks is not { Count: > 0 } checks)
            return [];
        var now = cells.ToDictionary(cell => cell.Code, cell => cell.Value);
        var before = checks.Any(check => check.Cells.Any(cell => cell.IsPrevious)) ? await CellsBefore(db, report, ct) : [];
        var explanations = await db
            .CheckExplanations.AsNoTracking()
            .Where(explanation => explanation.ReportId == report.Id)
            .OrderBy(explanation => explanation.Id)
            .ToListAsync(ct);
        var newest = explanations.GroupBy(explanation => explanation.Check).ToDictionary(group => group.Key, group => group.Last());
        return
        [
            .. checks.Select(check =>
                CheckView.Of(
                    check.On(cell => (cell.IsPrevious ? before : now).GetValueOrDefault(cell.Code, CellValue.NotReported)),
                    newest.GetValueOrDefault(check.Code)
                )
            ),
        ];
    }

    /// <summary>What the unit said on this form for the period that ended on the day before this one began, as sent; nothing when it said nothing.</summary>
    static async Task<Dictionary<string, CellValue>> CellsBefore(ReportingDb db, Report report, CancellationToken ct)
    {
        var lastDay = report.PeriodFrom.AddDays(-1);
        var content = await db
            .Reports.Where(r => r.Form == report.Form && r.UnitId == report.UnitId && r.Regime == report.Regime)
            .Where(r => r.PeriodKind == report.PeriodKind && r.PeriodTo == lastDay)
            .OrderByDescending(r => r.PeriodFrom)
            // While it is corrected, what was approved stands.
            .Select(r =>
                r.Content
                ?? db.ReportEditions.Where(e => e.ReportId == r.Id)
                    .OrderByDescending(e => e.Edition)
                    .Select(e => e.Content)
                    .FirstOrDefault()
            )
            .FirstOrDefaultAsync(said => said != null, ct);
        return content is null ? [] : FrozenContent.Read(content).Cells.ToDictionary(cell => cell.Code, cell => cell.Value);
    }
}
