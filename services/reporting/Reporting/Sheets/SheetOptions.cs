using System.ComponentModel.DataAnnotations;

namespace DanVan.Reporting.Sheets;

/// <summary>How large a workbook may be that is taken (section <c>Sheets</c>). A filled report has some thirty kilobytes.</summary>
public sealed class SheetOptions
{
    const int Megabyte = 1024 * 1024;

    /// <summary>Bytes as it is sent; 413 beyond.</summary>
    [Range(64 * 1024, 50 * Megabyte)]
    public int Longest { get; init; } = 5 * Megabyte;

    /// <summary>Files inside it.</summary>
    [Range(10, 10_000)]
    public int Entries { get; init; } = 500;

    /// <summary>Bytes of all files inside it, unpacked.</summary>
    [Range(Megabyte, 500 * Megabyte)]
    public int Unpacked { get; init; } = 32 * Megabyte;

    /// <summary>Bytes of one XML file that describes it: styles, relations. Sheets and their texts may take all that is unpacked.</summary>
    [Range(64 * 1024, 50 * Megabyte)]
    public int Description { get; init; } = 2 * Megabyte;

    /// <summary>Cells of all its sheets, empty ones with a format among them.</summary>
    [Range(1_000, 5_000_000)]
    public int Cells { get; init; } = 100_000;
}
