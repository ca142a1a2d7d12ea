using System.ComponentModel.DataAnnotations;

namespace DanVan.Reporting.Outliers;

/// <summary>Which values are told to stand out: section <c>Outliers</c>. No text lays them down.</summary>
public sealed class OutlierOptions
{
    /// <summary>From which modified z-score on a value stands out, above or below; 3.5 by Iglewicz and Hoaglin (1993).</summary>
    [Range(0.1, 1_000)]
    public decimal Threshold { get; init; } = 3.5m;

    /// <summary>A value stands out that is so many times the one of the period before, or its so manieth part.</summary>
    [Range(1.1, 1_000_000)]
    public decimal Ratio { get; init; } = 3m;

    /// <summary>What differs by less does not stand out, whatever the score: one and four are four times as many.</summary>
    [Range(0, 1_000_000_000)]
    public decimal SmallestDifference { get; init; } = 5m;

    /// <summary>With fewer earlier values there is no score.</summary>
    [Range(3, 60)]
    public int ShortestHistory { get; init; } = 4;

    /// <summary>The latest so many earlier periods are looked at.</summary>
    [Range(3, 60)]
    public int LongestHistory { get; init; } = 12;
}
