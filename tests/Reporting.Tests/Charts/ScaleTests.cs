using DanVan.Reporting.Charts;

namespace DanVan.Reporting.Tests.Charts;

public sealed class ScaleTests
{
    [Theory]
    [InlineData(new[] { 7.0 }, 0, 8, 2)]
    [InlineData(new[] { 0.0 }, 0, 1, 0.2)]
    [InlineData(new double[0], 0, 1, 0.2)]
    [InlineData(new[] { 1_234_567.0, 3 }, 0, 1_500_000, 500_000)]
    [InlineData(new[] { -30.0, 100 }, -50, 100, 50)]
    [InlineData(new[] { 0.973, 0.5 }, 0, 1, 0.2)]
    public void An_axis_begins_and_ends_with_round_numbers_and_holds_zero(double[] values, double from, double to, double step)
    {
        var scale = Scale.Of([.. values.Select(value => (decimal)value)]);

        Assert.Equal(((decimal)from, (decimal)to, (decimal)step), (scale.From, scale.To, scale.Step));
        Assert.Equal((0, 1), (scale.Place(scale.From), scale.Place(scale.To)));
        Assert.InRange(scale.Ticks().Count(), 3, 8);
    }

    [Fact]
    public void Between_whole_numbers_there_is_no_line()
    {
        Assert.Equal([0, 1], Scale.Of([1], whole: true).Ticks());
        Assert.Equal([0, 1, 2, 3], Scale.Of([3], whole: true).Ticks());
    }
}
