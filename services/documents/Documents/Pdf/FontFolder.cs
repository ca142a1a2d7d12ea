using System.Buffers.Binary;

namespace DanVan.Documents;

/// <summary>Where the letters of PDF documents come from: Liberation Serif 2, which has the widths of Times New Roman and every Vietnamese letter.</summary>
public static class FontFolder
{
    /// <summary>The faces by the endings of their files' names.</summary>
    internal static readonly string[] Faces = ["Regular", "Bold", "Italic", "BoldItalic"];

    // Debian and Ubuntu, Fedora, Arch.
    static readonly string[] usual =
    [
        "/usr/share/fonts/truetype/liberation2",
        "/usr/share/fonts/truetype/liberation",
        "/usr/share/fonts/liberation-serif",
        "/usr/share/fonts/liberation-serif-fonts",
        "/usr/share/fonts/liberation",
    ];

    /// <summary>The folder with all four faces; none when it is not installed.</summary>
    /// <param name="named">The only folder to look into; the usual ones of the distributions when none.</param>
    public static string? Find(string? named = null) =>
        (named is null ? usual : [named]).FirstOrDefault(folder =>
            Array.TrueForAll(Faces, face => File.Exists(FileOf(folder, face))) && IsVietnamese(FileOf(folder, Faces[0]))
        );

    // The first generation of the font, which Debian 12 still has as fonts-liberation, lacks the letters with two marks: they would print as boxes.
    static bool IsVietnamese(string file)
    {
        using var font = new BinaryReader(File.OpenRead(file));
        Span<byte> entry = stackalloc byte[16];
        font.BaseStream.Position = 4;
        var tables = BinaryPrimitives.ReadUInt16BigEndian(font.ReadBytes(2));
        font.BaseStream.Position = 12;
        for (var table = 0; table < tables; table++)
        {
            if (font.Read(entry) == 16 && entry[..4].SequenceEqual("head"u8))
            {
                font.BaseStream.Position = BinaryPrimitives.ReadUInt32BigEndian(entry[8..]) + 4;
                return BinaryPrimitives.ReadUInt16BigEndian(font.ReadBytes(2)) >= 2;
            }
        }
        return false;
    }

    internal static string FileOf(string folder, string face) => Path.Combine(folder, $"LiberationSerif-{face}.ttf");
}

/// <summary>No PDF can be written: the font is not installed.</summary>
public sealed class FontMissingException()
    : InvalidOperationException(
        "Liberation Serif 2 is not installed: apt-get install fonts-liberation2, or the folder that has LiberationSerif-Regular.ttf and its bold and italic faces."
    );
