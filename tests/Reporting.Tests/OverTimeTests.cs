using DanVan.Reporting.Cells;
using DanVan.Reporting.Consolidation;
using DanVan.Reporting.Forms;

namespace DanVan.Reporting.Tests;

/// <summary>Cells of shorter periods become one as their indicator says. Domain 3.2, edge cases 20 and 26.</summary>
public class OverTimeTests
{
    static readonly Form Form = new(
        "F",
        1,
        new(2020, 1, 1),
        null,
        new("F", "F"),
        [],
        [],
        [
            new(
                "S",
                new("S", "S"),
                [
                    Of("SUM", Aggregation.Sum),
                    Of("FIRST", Aggregation.First),
                    Of("LAST", Aggregation.Last),
                    Of("TEXT", Aggregation.Narrative, IndicatorType.Text),
                    Of("RATIO", Aggregation.Ratio, IndicatorType.Ratio, new("SUM", "LAST")),
                ]
            ),
        ]
    );

    [Fact]
    public void Counts_are_added_a_stock_is_that_of_the_beginning_or_of_the_end_and_ratios_are_divided_anew()
    {
        var joined = Joined(Part(3, first: 10, last: 7), Part(5, first: 7, last: 4), Part(8, first: 4, last: 32));

        Assert.Equal(
            [("SUM", 16m), ("FIRST", 10m), ("LAST", 32m), ("TEXT", null), ("RATIO", 0.5m)],
            joined.Select(cell => (cell.Code, cell.Value.Number))
        );
        Assert.Equal(3, joined[3].Reported);
    }

    /// <summary>What the last period left open is not what the one before it said.</summary>
    [Fact]
    public void A_stock_that_the_last_period_does_not_tell_is_not_told()
    {
        var joined = Joined(Part(3, first: 10, last: 7), new Dictionary<string, Total> { ["SUM"] = Total("SUM", 5) });

        Assert.Equal(
            [("SUM", CellState.Reported), ("FIRST", CellState.Reported), ("LAST", CellState.NotReported)],
            joined.Take(3).Select(cell => (cell.Code, cell.Value.State))
        );
        Assert.Equal(8, joined[0].Value.Number);
    }

    [Fact]
    public void Of_nothing_comes_nothing() => Assert.All(Joined(), cell => Assert.Equal(CellState.NotReported, cell.Value.State));

    [Fact]
    public void The_reports_of_all_periods_count() =>
        Assert.Equal(5, OverTime.Join(Form, [Reports(2), Reports(3)])[Contribution.Report].Reported);

    static IReadOnlyList<ConsolidatedCell> Joined(params IReadOnlyDictionary<string, Total>[] parts) =>
        ConsolidatedCell.Of(Form, OverTime.Join(Form, parts));

    static Dictionary<string, Total> Part(decimal sum, decimal first, decimal last) =>
        new[] { Total("SUM", sum), Total("FIRST", first), Total("LAST", last), Total("TEXT", 0) }.ToDictionary(total => total.Cell);

    static Dictionary<string, Total> Reports(int count) =>
        new() { [Contribution.Report] = Total(Contribution.Report, 0) with { Reported = count } };

    static Total Total(string code, decimal number) => new(code, number, 1, 0, 0, 0);

    static Indicator Of(string code, Aggregation overTime, IndicatorType type = IndicatorType.Count, Ratio? ratio = null) =>
        new(code, new(code, code), type, Aggregation.Sum, overTime, Ratio: ratio);
}
