using System.ComponentModel.DataAnnotations;
using DanVan.Chassis.Http;

namespace DanVan.Files;

/// <summary>What files a service takes, in a section of its own. No law lays these numbers down.</summary>
/// <param name="service">The service's name, with which the codes of its refusals begin.</param>
public abstract class FileLimits(string service)
{
    /// <summary>Bytes of a megabyte.</summary>
    protected const long Megabyte = 1024 * 1024;

    /// <summary>
    /// The longest file of each type in bytes, as <c>…__Longest__Pdf=10485760</c>; 0, or nothing, takes none of that type. 413 beyond. Papers and pictures unless
    /// a service adds others.
    /// </summary>
    public Dictionary<FileType, long> Longest { get; } =
        new()
        {
            [FileType.Pdf] = 25 * Megabyte,
            [FileType.Jpeg] = 25 * Megabyte,
            [FileType.Png] = 25 * Megabyte,
            [FileType.Docx] = 25 * Megabyte,
            [FileType.Xlsx] = 25 * Megabyte,
            [FileType.Text] = 5 * Megabyte,
        };

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

    /// <summary>The types that are taken.</summary>
    public IEnumerable<FileType> Taken => Enum.GetValues<FileType>().Where(type => LongestOf(type) > 0);

    /// <summary>The longest file that is taken, in bytes.</summary>
    public long LongestOfAll => Math.Max(1, Longest.Values.Max());

    /// <summary>The longest file of a type, in bytes; 0 when none of it is taken.</summary>
    public long LongestOf(FileType type) => Longest.GetValueOrDefault(type);

    /// <summary>Why a file is not taken.</summary>
    /// <param name="fault">What is wrong with it.</param>
    /// <param name="type">What it begins as, where that is known.</param>
    public Rejection Refuse(FileFault fault, FileType type = default) => RefusedFile.Of(service, fault, type, this);

    internal Rejection TooLong(FileType type, long longest) => RefusedFile.TooLong(service, type, longest);
}
