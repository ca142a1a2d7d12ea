namespace DanVan.Reporting.Outliers;

/// <summary>How far a value is from what came before it, with the numbers that say so.</summary>
/// <param name="Median">Of the earlier values.</param>
/// <param name="MedianDeviation">The median of their distances from it (MAD).</param>
/// <param name="Score">The modified z-score; none with too few earlier values, or when they are all the same.</param>
/// <param name="Previous">The latest earlier value.</param>
/// <param name="Ratio">How many times that it is; none when that was zero.</param>
/// <param name="Reasons">Why it stands out; none when it does not.</param>
public sealed record Deviation(
    decimal Median,
    decimal MedianDeviation,
    decimal? Score,
    decimal Previous,
    decimal? Ratio,
    IReadOnlyList<OutlierReason> Reasons
)
{
    // A normal distribution's standard deviation is 1 / 0.6745 of its median deviation, and 1.2533 of its mean deviation (Iglewicz and Hoaglin, 1993).
    const decimal OfMedian = 0.6745m,
        OfMean = 1.2533m;

    /// <param name="value">The value.</param>
    /// <param name="history">Earlier values, the latest first; never empty.</param>
    /// <param name="options">From when on it stands out.</param>
    internal static Deviation Of(decimal value, IReadOnlyList<decimal> history, OutlierOptions options)
    {
        var median = MedianOf(history);
        decimal[] distances = [.. history.Select(one => Math.Abs(one - median))];
        var (deviation, mean) = (MedianOf(distances), distances.Average());
        decimal? score =
            history.Count < options.ShortestHistory ? null
            : deviation > 0 ? Math.Round(OfMedian * (value - median) / deviation, 2)
            // Half of them and more are the same: the mean distance tells more than none.
            : mean > 0 ? Math.Round((value - median) / (OfMean * mean), 2)
            : null;
        var previous = history[0];
        decimal? ratio = previous == 0 ? null : Math.Round(value / previous, 2);
        var reasons = new List<OutlierReason>();
        if (Math.Abs(score ?? 0) > options.Threshold && Math.Abs(value - median) >= options.SmallestDifference)
            reasons.Add(OutlierReason.FarFromMedian);
        if (IsJump(value, previous, options))
            reasons.Add(OutlierReason.Jump);
        return new(median, deviation, score, previous, ratio, reasons);
    }

    static bool IsJump(decimal value, decimal previous, OutlierOptions options) =>
        value != previous
        && Math.Abs(value - previous) >= options.SmallestDifference
        && (previous == 0 || value / previous >= options.Ratio || value / previous <= 1 / options.Ratio);

    static decimal MedianOf(IReadOnlyList<decimal> values)
    {
        decimal[] ordered = [.. values.Order()];
        var middle = ordered.Length / 2;
        return ordered.Length % 2 == 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
    }
}

/// <summary>Why a value stands out.</summary>
public enum OutlierReason
{
    /// <summary>Its modified z-score is beyond the threshold.</summary>
    FarFromMedian,

    /// <summary>It is many times the value of the period before, or a small part of it.</summary>
    Jump,
}
