using System.ComponentModel.DataAnnotations;

namespace DanVan.Reporting.Sheets;

/// <summary>How much is taken at once (section <c>Imports</c>).</summary>
public sealed class ImportOptions
{
    /// <summary>Bytes; 413 beyond.</summary>
    [Range(1024, 100 * 1024 * 1024)]
    public int Longest { get; init; } = 10 * 1024 * 1024;

    [Range(1, 100_000)]
    public int Rows { get; init; } = 10_000;

    /// <summary>Reports that one file may be about: each is counted from its events.</summary>
    [Range(1, 10_000)]
    public int Reports { get; init; } = 1_000;

    /// <summary>For how long an import may take; 504 beyond, and nothing is entered. The gateway waits for an answer for a minute.</summary>
    [Range(10, 600)]
    public int Seconds { get; init; } = 60;
}
