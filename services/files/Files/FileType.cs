using System.Collections.Frozen;
using System.Text;
using DanVan.Chassis;

namespace DanVan.Files;

/// <summary>What a file is by its content. Its name and what its sender calls it are never asked.</summary>
public enum FileType
{
    Pdf,
    Jpeg,
    Png,
    Docx,
    Xlsx,
    Text,
    Mp3,
    Wav,
    M4a,
    Mp4,
}

/// <summary>What is known of each type.</summary>
public static class FileTypes
{
    /// <summary>As many bytes of the beginning as tell one type from another.</summary>
    public const int HeadLength = 4096;

    static readonly FileType[] Office = [FileType.Docx, FileType.Xlsx];

    static readonly FrozenDictionary<FileType, string> MediaTypes = new Dictionary<FileType, string>
    {
        [FileType.Pdf] = "application/pdf",
        [FileType.Jpeg] = "image/jpeg",
        [FileType.Png] = "image/png",
        [FileType.Docx] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [FileType.Xlsx] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [FileType.Text] = "text/plain",
        [FileType.Mp3] = "audio/mpeg",
        [FileType.Wav] = "audio/wav",
        [FileType.M4a] = "audio/mp4",
        [FileType.Mp4] = "video/mp4",
    }.ToFrozenDictionary();

    // ISO/IEC 14496-12: the major brand of a file of that family. HEIF and QuickTime have others and are not taken.
    static readonly FrozenSet<string> VideoBrands = FrozenSet.Create(
        "isom",
        "iso2",
        "iso4",
        "iso5",
        "iso6",
        "mp41",
        "mp42",
        "avc1",
        "M4V "
    );
    static readonly FrozenSet<string> AudioBrands = FrozenSet.Create("M4A ", "M4B ");

    /// <summary>Its media type (IANA).</summary>
    public static string MediaTypeOf(FileType type) => MediaTypes[type];

    /// <summary>The usual ending of a file's name.</summary>
    public static string EndingOf(FileType type) => type is FileType.Text ? "txt" : EnumNames.Of(type).ToLowerInvariant();

    /// <summary>
    /// Whether it shows no more than what one sees or hears. A document of an office program keeps what was deleted, who wrote and who commented, so none is a
    /// redacted copy.
    /// </summary>
    public static bool HidesNothing(FileType type) => !Office.Contains(type);

    /// <summary>What a file that begins like this can be; nothing when it is of no type that is known here.</summary>
    public static IReadOnlyList<FileType> Of(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith("%PDF-"u8))
            return [FileType.Pdf];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]))
            return [FileType.Jpeg];
        if (head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]))
            return [FileType.Png];
        if (head.StartsWith("PK\x03\x04"u8))
            return Office;
        if (head.Length >= 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WAVE"u8))
            return [FileType.Wav];
        if (head.Length >= 12 && head[4..].StartsWith("ftyp"u8))
            return OfBrand(Encoding.Latin1.GetString(head[8..12]));
        if (head.StartsWith("ID3"u8) || IsFrameOfMp3(head))
            return [FileType.Mp3];
        return IsText(head) ? [FileType.Text] : [];
    }

    /// <summary>MPEG-1 or MPEG-2 audio, layer III: eleven bits of synchronisation, a version and the layer.</summary>
    public static bool IsFrameOfMp3(ReadOnlySpan<byte> at) =>
        at.Length >= 3 && at[0] == 0xFF && (at[1] & 0xE6) == 0xE2 && (at[1] & 0x18) != 0x08 && (at[2] & 0xF0) != 0xF0;

    static IReadOnlyList<FileType> OfBrand(string brand) =>
        AudioBrands.Contains(brand) ? [FileType.M4a]
        : VideoBrands.Contains(brand) ? [FileType.Mp4]
        : [];

    // RTF is written in letters too, and carries programs.
    static bool IsText(ReadOnlySpan<byte> head) => !head.StartsWith("{\\rtf"u8) && !head.ContainsAny(Cleaning.PlainText.Never);
}
