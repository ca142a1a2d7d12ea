using System.ComponentModel.DataAnnotations;

namespace DanVan.Reporting.Exchange;

/// <summary>How much is given out at once (section <c>Exchange</c>).</summary>
public sealed class ExchangeOptions
{
    /// <summary>Values of a dataset: units times periods times indicators. All communes with sixty indicators for one period have 200,000.</summary>
    [Range(1_000, 10_000_000)]
    public int Values { get; init; } = 250_000;
}
