using DanVan.Directory.Client;
using DanVan.Reporting.Reports;

namespace DanVan.Reporting.Sheets;

static class UnitNames
{
    /// <summary>The reporting unit as it was called at the end of the period, or at last when it had ended before.</summary>
    public static string Of(Report report, UnitTree tree) =>
        tree.FindOrLast(report.UnitId, report.PeriodTo)?.FullName ?? $"{report.UnitId}";
}
