using PdfSharp.Pdf;

namespace DanVan.Documents.Pdf;

/// <summary>Writes a document as PDF: A4, the font embedded.</summary>
public static class PdfWriter
{
    /// <summary>What the file is.</summary>
    public const string MediaType = "application/pdf";

    /// <param name="document">The document.</param>
    /// <param name="fonts">The folder of the font; the usual ones of the distributions when none.</param>
    /// <exception cref="FontMissingException">The font is not installed.</exception>
    public static byte[] Write(OfficialDocument document, string? fonts = null)
    {
        LiberationSerif.Use(fonts);
        var layout = LayoutMetrics.Of(document.Layout);
        using var pdf = new PdfDocument();
        pdf.Info.Title = Wording.Clean($"{document.Type} {document.Number}".Trim());
        pdf.Info.CreationDate = document.Date.ToDateTime(TimeOnly.MinValue);
        pdf.Language = "vi-VN";
        using (var pages = new Pages(pdf, layout, new Typesetter(), document.Foot))
        {
            new PdfHeader(pages, document, layout).Draw();
            new PdfBody(pages, document, layout).Draw();
        }
        using var bytes = new MemoryStream();
        pdf.Save(bytes);
        return bytes.ToArray();
    }
}
