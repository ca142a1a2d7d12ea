using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Cells;

/// <summary>The cells of a report as the events and the entries make them now.</summary>
static class ComputeCells
{
    /// <summary>What a report says: as it was sent, and until then as events and entries make it now.</summary>
    public static async Task<IReadOnlyList<Cell>> CellsAsReported(this ReportingDb db, Report report, Form form, CancellationToken ct) =>
        report.Content is { } content ? FrozenContent.Read(content).Cells : (await db.CellsNow(report, form, ct)).Cells;

    public static async Task<(Figures Figures, IReadOnlyList<Cell> Cells)> CellsNow(
        this ReportingDb db,
        Report report,
        Form form,
        CancellationToken ct
    )
    {
        var figures = await db.Count(report, form, ct);
        var entries = await db
            .CellEntries.AsNoTracking()
            .Where(entry => entry.ReportId == report.Id)
            .OrderBy(entry => entry.Id)
            .ToListAsync(ct);
        var newest = entries.GroupBy(entry => entry.Cell).ToDictionary(group => group.Key, group => group.Last());
        return (figures, Cell.Fill(form, figures, newest));
    }
}
