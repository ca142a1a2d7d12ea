using DanVan.Chassis.Blobs;
using DanVan.Files;

namespace DanVan.Reporting.Files;

/// <summary>An annex of a report (phụ lục) that stands, or stood, in a cell. The cell says its hash, so whatever binds the cell binds its bytes. How a file was called is kept nowhere.</summary>
public sealed class ReportFile
{
    public required Guid ReportId { get; init; }

    /// <summary>SHA-256 of its bytes as they are kept and given, lower-case hexadecimal.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The same of what was sent, by which the same file sent again is known.</summary>
    public required string SentSha256 { get; init; }

    /// <summary>The cell that it came into first.</summary>
    public required string Cell { get; init; }
    public required FileType Type { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }
    public required string AddedBy { get; init; }
    public required DateTimeOffset AddedAt { get; init; }

    public BlobRef Blob => new(Sha256, Length);

    /// <summary>What it is called where it stands in a cell, without the ending.</summary>
    public static string NameIn(string cell) => $"phu-luc-{cell}";
}
