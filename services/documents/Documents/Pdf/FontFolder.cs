namespace DanVan.Documents;

/// <summary>Where the letters of PDF documents come from: Liberation Serif, which has the widths of Times New Roman and every Vietnamese letter.</summary>
public static class FontFolder
{
    /// <summary>The faces by the endings of their files' names.</summary>
    internal static readonly string[] Faces = ["Regular", "Bold", "Italic", "BoldItalic"];

    // Debian and Ubuntu, Fedora, Arch.
    static readonly string[] usual =
    [
        "/usr/share/fonts/truetype/liberation",
        "/usr/share/fonts/truetype/liberation2",
        "/usr/share/fonts/liberation-serif",
        "/usr/share/fonts/liberation-serif-fonts",
        "/usr/share/fonts/liberation",
    ];

    /// <summary>The folder with all four faces; none when it is not installed.</summary>
    /// <param name="named">The only folder to look into; the usual ones of the distributions when none.</param>
    public static string? Find(string? named = null) =>
        (named is null ? usual : [named]).FirstOrDefault(folder => Array.TrueForAll(Faces, face => File.Exists(FileOf(folder, face))));

    internal static string FileOf(string folder, string face) => Path.Combine(folder, $"LiberationSerif-{face}.ttf");
}

/// <summary>No PDF can be written: the font is not installed.</summary>
public sealed class FontMissingException()
    : InvalidOperationException(
        "Liberation Serif is not installed: apt-get install fonts-liberation, or the folder that has LiberationSerif-Regular.ttf and its bold and italic faces."
    );
