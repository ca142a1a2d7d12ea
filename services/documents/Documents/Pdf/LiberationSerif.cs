using System.Collections.Concurrent;
using PdfSharp.Fonts;

namespace DanVan.Documents.Pdf;

/// <summary>Gives PDFsharp the four faces, whatever family it asks for.</summary>
sealed class LiberationSerif : IFontResolver
{
    public const string Family = "Liberation Serif";

    static readonly Lock one = new();

    readonly string folder;
    readonly ConcurrentDictionary<string, byte[]> faces = new();

    LiberationSerif(string folder) => this.folder = folder;

    /// <summary>PDFsharp knows one resolver for the whole process: the first folder stays.</summary>
    /// <exception cref="FontMissingException">It is not installed.</exception>
    public static void Use(string? named)
    {
        var folder = FontFolder.Find(named) ?? throw new FontMissingException();
        lock (one)
            GlobalFontSettings.FontResolver ??= new LiberationSerif(folder);
    }

    public FontResolverInfo ResolveTypeface(string familyName, bool isBold, bool isItalic) =>
        new(
            (isBold, isItalic) switch
            {
                (true, true) => "BoldItalic",
                (true, false) => "Bold",
                (false, true) => "Italic",
                _ => "Regular",
            }
        );

    public byte[] GetFont(string faceName) => faces.GetOrAdd(faceName, face => File.ReadAllBytes(FontFolder.FileOf(folder, face)));
}
