using DanVan.Petitions.Statistics;
using static DanVan.Petitions.Tests.Rules.Days;

namespace DanVan.Petitions.Tests.Statistics;

/// <summary>The windows of TT 06/2025/TT-TTCP Đ7.</summary>
public sealed class PeriodTests
{
    static readonly StatisticsPeriods Periods = StatisticsPeriods.Load();

    [Theory]
    [InlineData("Q1", "2025-12-15", "2026-03-14")]
    [InlineData("Q2", "2026-03-15", "2026-06-14")]
    [InlineData("Q3", "2026-06-15", "2026-09-14")]
    [InlineData("Q4", "2026-09-15", "2026-12-14")]
    [InlineData("6M", "2025-12-15", "2026-06-14")]
    [InlineData("9M", "2025-12-15", "2026-09-14")]
    [InlineData("YEAR", "2025-12-15", "2026-12-14")]
    public void The_periods_of_2026(string code, string from, string to) =>
        Assert.Equal(new Window(Date(from), Date(to)), Periods.Find(code, 2026)!.In(2026));

    [Fact]
    public void A_period_that_ended_before_the_circular_was_in_force_is_not_one_of_it() =>
        Assert.Equal(["Q4", "YEAR"], Periods.Of(2025).Select(period => period.Code));

    [Theory]
    [InlineData("2026-12-14", 2026)]
    [InlineData("2026-12-15", 2027)]
    public void A_day_lies_in_the_statistical_year_that_begins_in_december(string day, int year) =>
        Assert.Equal(("YEAR", year), (Periods.At(Date(day))!.Value.Period.Code, Periods.At(Date(day))!.Value.Year));
}
