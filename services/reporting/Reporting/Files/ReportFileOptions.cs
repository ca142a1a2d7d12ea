using System.ComponentModel.DataAnnotations;
using DanVan.Files;

namespace DanVan.Reporting.Files;

/// <summary>What is taken as an annex of a report (section <c>Files</c>): papers and pictures.</summary>
public sealed class ReportFileOptions() : FileLimits("reporting")
{
    /// <summary>Different files that ever stood in cells of one report.</summary>
    [Range(1, 1000)]
    public int PerReport { get; init; } = 50;
}
