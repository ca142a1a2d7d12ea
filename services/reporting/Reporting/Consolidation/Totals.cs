using DanVan.Reporting.Cells;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Consolidation;

/// <summary>What one cell of several reports adds up to.</summary>
/// <param name="Cell">Code of the indicator, or <see cref="Contribution.Report"/>.</param>
/// <param name="Number">The sum of what was reported.</param>
/// <param name="Reported">Reports that say a number or a text, or have a file.</param>
/// <param name="Unspecified">Reports that say "some", or leave something open beside their number.</param>
/// <param name="NotApplicable">Reports for which the question does not arise.</param>
/// <param name="NotReported">Reports that say nothing.</param>
public sealed record Total(string Cell, decimal Number, int Reported, int Unspecified, int NotApplicable, int NotReported)
{
    /// <summary>Both together.</summary>
    public static Total operator +(Total one, Total other) =>
        new(
            one.Cell,
            one.Number + other.Number,
            one.Reported + other.Reported,
            one.Unspecified + other.Unspecified,
            one.NotApplicable + other.NotApplicable,
            one.NotReported + other.NotReported
        );

    /// <summary>The same for a unit above, where each is counted once: that there are some, and no number.</summary>
    public Total PassedOn => this with { Number = 0, Reported = 0, Unspecified = Reported + Unspecified };

    /// <summary>All of one cell together.</summary>
    public static Total Sum(string cell, IEnumerable<Total> totals) => totals.Aggregate(new Total(cell, 0, 0, 0, 0, 0), (a, b) => a + b);
}

/// <summary>A cell of consolidated figures.</summary>
/// <param name="Code">Code of the indicator.</param>
/// <param name="Value">The sum, or which of the three ways of having none. Narratives and files have no number: they are read beside it.</param>
/// <param name="AtLeast">Whether some report leaves its part open: the sum is then a lower bound.</param>
/// <param name="Reported">Reports that say a number or a text, or have a file.</param>
/// <param name="Unspecified">Reports that say "some" ("một số"), or leave something open beside their number.</param>
/// <param name="NotApplicable">Reports for which the question does not arise.</param>
/// <param name="NotReported">Reports that say nothing about it.</param>
/// <param name="Parts">The two added parts of a ratio, never averaged; null for other cells.</param>
public sealed record ConsolidatedCell(
    string Code,
    CellValue Value,
    bool AtLeast,
    int Reported,
    int Unspecified,
    int NotApplicable,
    int NotReported,
    RatioParts? Parts = null
)
{
    /// <summary>All cells of a form, in its order.</summary>
    public static IReadOnlyList<ConsolidatedCell> Of(Form form, IReadOnlyDictionary<string, Total> totals) =>
        [.. form.Indicators.Select(indicator => Of(indicator, totals))];

    /// <summary>The cell of an indicator.</summary>
    public static ConsolidatedCell Of(Indicator indicator, IReadOnlyDictionary<string, Total> totals)
    {
        if (indicator.Ratio is not { } ratio)
            return Of(indicator, totals.GetValueOrDefault(indicator.Code) ?? Total.Sum(indicator.Code, []));
        var (above, below) = (Part(ratio.Numerator), Part(ratio.Denominator));
        return new(
            indicator.Code,
            Cell.Quotient(above.Value, below.Value),
            above.AtLeast || below.AtLeast,
            Math.Min(above.Reported, below.Reported),
            Math.Max(above.Unspecified, below.Unspecified),
            Math.Max(above.NotApplicable, below.NotApplicable),
            Math.Max(above.NotReported, below.NotReported),
            new(above.Value, below.Value)
        );

        ConsolidatedCell Part(string code) => Added(totals.GetValueOrDefault(code) ?? Total.Sum(code, []));
    }

    static ConsolidatedCell Of(Indicator indicator, Total total)
    {
        var cell = Added(total);
        return indicator switch
        {
            { HoldsNumber: false } when total.Reported > 0 => cell with { Value = new(CellState.Reported) },
            // What the unit counted itself stands, whatever is open below; what several counted tells of none how many they are together.
            { OverUnits: Aggregation.Distinct } => (total.Reported > 1 ? Added(total.PassedOn) : cell) with { AtLeast = false },
            _ => cell,
        };
    }

    static ConsolidatedCell Added(Total total)
    {
        var value = total switch
        {
            { Reported: > 0 } => CellValue.Of(total.Number),
            { Unspecified: > 0 } => CellValue.Unspecified,
            { NotApplicable: > 0, NotReported: 0 } => CellValue.NotApplicable,
            _ => CellValue.NotReported,
        };
        return new(
            total.Cell,
            value,
            total is { Reported: > 0, Unspecified: > 0 },
            total.Reported,
            total.Unspecified,
            total.NotApplicable,
            total.NotReported
        );
    }
}
