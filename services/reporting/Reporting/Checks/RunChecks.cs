using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Periods;
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
        var earlier = new Dictionary<Earlier, IReadOnlyDictionary<string, CellValue>>();
        foreach (var which in checks.SelectMany(check => check.Cells).Select(cell => cell.Of).OfType<Earlier>().Distinct())
            earlier[which] = (await db.SaidEarlier(report, which, ct))?.Values ?? new Dictionary<string, CellValue>();
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
                    check.On(cell => (cell.Of is { } which ? earlier[which] : now).GetValueOrDefault(cell.Code, CellValue.NotReported)),
                    newest.GetValueOrDefault(check.Code)
                )
            ),
        ];
    }
}
