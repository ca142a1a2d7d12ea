using DanVan.Reporting.Outliers;

namespace DanVan.Reporting.Tests;

/// <summary>When a value stands out against what came before it.</summary>
public class DeviationTests
{
    static readonly OutlierOptions Options = new();

    /// <summary>Median 12, distances 2 1 0 1 88, their median 1: 0.6745 · 88 / 1.</summary>
    [Fact]
    public void The_score_is_the_distance_from_the_median_by_the_median_distance()
    {
        var far = Deviation.Of(100, [10, 11, 12, 13, 100], Options);
        Assert.Equal((12, 1, 59.36m), (far.Median, far.MedianDeviation, far.Score));
        Assert.Contains(OutlierReason.FarFromMedian, far.Reasons);
    }

    [Fact]
    public void One_wild_value_before_hides_no_other() =>
        Assert.Contains(OutlierReason.FarFromMedian, Deviation.Of(60, [10, 1_000, 12, 11, 9], Options).Reasons);

    /// <summary>Median 10, distances 0 0 0 0 5, their mean 1: 10 / 1.2533.</summary>
    [Fact]
    public void Where_half_are_the_same_the_mean_distance_counts()
    {
        var far = Deviation.Of(20, [10, 10, 10, 10, 15], Options);
        Assert.Equal((0, 7.98m), (far.MedianDeviation, far.Score));
    }

    [Fact]
    public void Where_all_are_the_same_or_too_few_there_is_no_score_but_a_jump_shows()
    {
        Assert.Null(Deviation.Of(11, [10, 10, 10, 10], Options).Score);
        Assert.Empty(Deviation.Of(11, [10, 10, 10, 10], Options).Reasons);
        Assert.Equal([OutlierReason.Jump], Deviation.Of(40, [10, 10, 10, 10], Options).Reasons);
        Assert.Null(Deviation.Of(40, [10, 11, 12], Options).Score);
        Assert.Equal([OutlierReason.Jump], Deviation.Of(40, [10, 11, 12], Options).Reasons);
    }

    [Theory]
    [InlineData(30, 10, true)]
    [InlineData(29, 10, false)]
    [InlineData(10, 30, true)]
    [InlineData(11, 30, false)]
    [InlineData(0, 30, true)]
    [InlineData(30, 0, true)]
    [InlineData(0, 0, false)]
    [InlineData(4, 1, false)]
    [InlineData(6, 1, true)]
    [InlineData(-30, 10, true)]
    public void A_jump_is_threefold_or_a_third_and_no_trifle(int value, int previous, bool isJump) =>
        Assert.Equal(isJump, Deviation.Of(value, [previous], Options).Reasons.Contains(OutlierReason.Jump));

    [Fact]
    public void A_trifle_does_not_stand_out_whatever_its_score()
    {
        var small = Deviation.Of(4, [1, 1, 2, 1, 1], Options);
        Assert.True(small.Score > Options.Threshold);
        Assert.Empty(small.Reasons);
    }

    [Fact]
    public void The_largest_and_the_smallest_numbers_are_told_apart_without_a_fault() =>
        Assert.NotEmpty(Deviation.Of(999_999_999_999_999, [0.000001m, 0.000002m, 0.000003m, 0.000004m], Options).Reasons);
}
