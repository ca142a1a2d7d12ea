namespace DanVan.Reporting.Cells;

/// <summary>A cell beside what it said for an earlier period.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Value">What it says.</param>
/// <param name="Before">What it said.</param>
/// <param name="Difference">By how much it is more, or less where negative; null unless both are numbers.</param>
/// <param name="Change">The difference as a share of what it said, to four decimals: 0.25 is a quarter more; null where that was zero.</param>
public sealed record ComparedCell(string Code, CellValue Value, CellValue Before, decimal? Difference, decimal? Change)
{
    public static ComparedCell Of(string code, CellValue value, CellValue before)
    {
        var difference = value.Number - before.Number;
        return new(code, value, before, difference, before.Number is 0 ? null : Rounded(difference / before.Number));

        static decimal? Rounded(decimal? share) => share is { } known ? Math.Round(known, 4) : null;
    }
}
