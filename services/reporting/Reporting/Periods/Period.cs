namespace DanVan.Reporting.Periods;

/// <summary>A reporting period: its identity and the days it covers. The days are stored with it and never worked out from the label again.</summary>
/// <param name="Regime">Code of the regime whose window it is.</param>
/// <param name="Kind">How long it is.</param>
/// <param name="Year">The year it is named after; a window may begin in the year before.</param>
/// <param name="Index">Which of its kind in that year, from 1.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
public sealed record Period(string Regime, PeriodKind Kind, int Year, int Index, DateOnly From, DateOnly To)
{
    /// <summary>The name by which people know the period.</summary>
    public Bilingual Label =>
        Kind switch
        {
            PeriodKind.Month => new($"Tháng {Index} năm {Year}", $"Month {Index} of {Year}"),
            PeriodKind.Quarter => new($"Quý {RomanNumerals.Of(Index)} năm {Year}", $"Quarter {Index} of {Year}"),
            PeriodKind.HalfYear when Index == 1 => new($"6 tháng đầu năm {Year}", $"First half of {Year}"),
            PeriodKind.HalfYear => new($"6 tháng cuối năm {Year}", $"Second half of {Year}"),
            PeriodKind.NineMonths => new($"9 tháng năm {Year}", $"Nine months of {Year}"),
            PeriodKind.Year => new($"Năm {Year}", $"Year {Year}"),
            _ => new($"Đột xuất, chuyên đề {Index} năm {Year}", $"On request {Index} of {Year}"),
        };
}
