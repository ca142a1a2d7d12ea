using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Files;

/// <summary>Which files the cells of a report name.</summary>
static class FilesInCells
{
    /// <summary>What stands in the cells now. What was sent cannot be changed, so it is the same.</summary>
    public static async Task<IReadOnlyList<(string Cell, string Sha256)>> FilesNow(
        this ReportingDb db,
        Report report,
        Form form,
        CancellationToken ct
    )
    {
        var codes = Codes(form);
        var newest = await db
            .CellEntries.Where(entry => entry.ReportId == report.Id && codes.Contains(entry.Cell))
            .GroupBy(entry => entry.Cell)
            .Select(entries => entries.OrderByDescending(entry => entry.Id).First())
            .ToListAsync(ct);
        return [.. from code in codes from entry in newest where entry.Cell == code && entry.Text != null select (code, entry.Text!)];
    }

    /// <summary>What stands in the cells of each approved edition.</summary>
    public static async Task<IReadOnlyList<(int Edition, string Cell, string Sha256)>> FilesApproved(
        this ReportingDb db,
        Report report,
        Form form,
        CancellationToken ct
    )
    {
        var codes = Codes(form);
        if (codes.Length == 0)
            return [];
        var editions = await db
            .ReportEditions.Where(edition => edition.ReportId == report.Id)
            .OrderBy(edition => edition.Edition)
            .Select(edition => new { edition.Edition, edition.Content })
            .ToListAsync(ct);
        return
        [
            .. from edition in editions
            from cell in FrozenContent.Read(edition.Content).Cells
            where codes.Contains(cell.Code) && cell.Value.Text != null
            select (edition.Edition, cell.Code, cell.Value.Text!),
        ];
    }

    static string[] Codes(Form form) => [.. form.Indicators.Where(one => one.Type is IndicatorType.File).Select(one => one.Code)];
}
