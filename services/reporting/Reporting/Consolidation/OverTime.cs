using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Consolidation;

/// <summary>How what was told for several periods becomes one, indicator by indicator.</summary>
public static class OverTime
{
    /// <summary>The totals of the longer period. Ratios are divided from them, never averaged.</summary>
    /// <param name="form">Says of each indicator how its cells of shorter periods become one.</param>
    /// <param name="parts">The totals of each shorter period, oldest first.</param>
    public static Dictionary<string, Total> Join(Form form, IReadOnlyList<IReadOnlyDictionary<string, Total>> parts) =>
        form
            .Indicators.Select(indicator => (indicator.Code, indicator.OverTime))
            .Append((Code: Contribution.Report, OverTime: Aggregation.Sum))
            .ToDictionary(
                cell => cell.Code,
                cell =>
                    Total.Sum(
                        cell.Code,
                        from part in cell.OverTime switch
                        {
                            Aggregation.First => parts.Take(1),
                            Aggregation.Last => parts.TakeLast(1),
                            _ => parts,
                        }
                        where part.ContainsKey(cell.Code)
                        select part[cell.Code]
                    )
            );
}
