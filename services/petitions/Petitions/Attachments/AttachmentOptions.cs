using System.ComponentModel.DataAnnotations;

namespace DanVan.Petitions.Attachments;

/// <summary>What is taken with a petition (section <c>Attachments</c>). No law lays these numbers down.</summary>
public sealed class AttachmentOptions
{
    const long Megabyte = 1024 * 1024;

    /// <summary>The longest file of each type in bytes, as <c>Attachments__Longest__Mp4=104857600</c>; 0 takes none of that type. 413 beyond.</summary>
    public Dictionary<FileType, long> Longest { get; } =
        new()
        {
            [FileType.Pdf] = 25 * Megabyte,
            [FileType.Jpeg] = 25 * Megabyte,
            [FileType.Png] = 25 * Megabyte,
            [FileType.Docx] = 25 * Megabyte,
            [FileType.Xlsx] = 25 * Megabyte,
            [FileType.Text] = 5 * Megabyte,
            [FileType.Mp3] = 50 * Megabyte,
            [FileType.Wav] = 50 * Megabyte,
            [FileType.M4a] = 50 * Megabyte,
            [FileType.Mp4] = 100 * Megabyte,
        };

    /// <summary>Files of one petition.</summary>
    [Range(1, 10_000)]
    public int PerPetition { get; init; } = 100;

    /// <summary>Files inside a DOCX or XLSX.</summary>
    [Range(10, 100_000)]
    public int Entries { get; init; } = 2000;

    /// <summary>Bytes of all files inside a DOCX or XLSX, unpacked.</summary>
    [Range(Megabyte, 10_000 * Megabyte)]
    public long Unpacked { get; init; } = 250 * Megabyte;

    /// <summary>How many times longer than itself a DOCX or XLSX may become unpacked. XML packs well; a bomb packs a thousandfold.</summary>
    [Range(10, 1000)]
    public int Ratio { get; init; } = 200;

    /// <summary>For how long a file may be on its way, either way; 504 beyond.</summary>
    [Range(30, 3600)]
    public int TransferSeconds { get; init; } = 600;

    /// <summary>After what time the bytes of an upload that never came to its end are removed.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "30.00:00:00")]
    public TimeSpan UnusedFor { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How often bytes are looked for that nobody needs any more.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromMinutes(1);

    internal long LongestOf(IEnumerable<FileType> types) => types.Max(type => Longest.GetValueOrDefault(type));

    internal long LongestOfAll => Math.Max(1, Longest.Values.Max());
}
