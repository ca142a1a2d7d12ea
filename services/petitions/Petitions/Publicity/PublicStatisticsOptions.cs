using System.ComponentModel.DataAnnotations;

namespace DanVan.Petitions.Publicity;

/// <summary>What a site may set about the figures for everybody (section <c>PublicStatistics</c>).</summary>
public sealed class PublicStatisticsOptions
{
    /// <summary>Counts from one up to less than this are not shown: they tell of persons.</summary>
    [Range(2, 1000)]
    public int Fewest { get; set; } = 5;

    /// <summary>Days after the end of a quarter before its figures are taken, so that what was entered late is among them.</summary>
    [Range(0, 366)]
    public int DaysAfter { get; set; } = 30;
}
