using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DanVan.Documents.Docx;

/// <summary>Writes a document as DOCX (ISO/IEC 29500), to be opened and signed in an office program.</summary>
public static class DocxWriter
{
    /// <summary>What the file is.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Writes it.</summary>
    public static byte[] Write(OfficialDocument document)
    {
        var layout = LayoutMetrics.Of(document.Layout);
        using var bytes = new MemoryStream();
        using (var file = WordprocessingDocument.Create(bytes, WordprocessingDocumentType.Document))
        {
            file.PackageProperties.Title = Wording.Clean($"{document.Type} {document.Number}".Trim());
            file.PackageProperties.Created = document.Date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            var main = file.AddMainDocumentPart();
            main.AddNewPart<StyleDefinitionsPart>().Styles = Styles(layout);
            var header = main.AddNewPart<HeaderPart>();
            header.Header = PageNumber();
            var foot = document.Foot is { } line ? FootOf(main, line) : null;
            main.Document = new(
                new Body([
                    .. new DocxHeader(document, layout).Blocks(),
                    .. new DocxBody(document, layout).Blocks(),
                    Section(layout, main.GetIdOfPart(header), foot),
                ])
            );
        }
        return bytes.ToArray();
    }

    static Styles Styles(LayoutMetrics layout) =>
        new(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = "Times New Roman",
                            HighAnsi = "Times New Roman",
                            EastAsia = "Times New Roman",
                            ComplexScript = "Times New Roman",
                        },
                        new FontSize { Val = HalfPoints(layout.BodySize) },
                        new FontSizeComplexScript { Val = HalfPoints(layout.BodySize) },
                        new Languages { Val = "vi-VN", EastAsia = "vi-VN" }
                    )
                ),
                new ParagraphPropertiesDefault()
            ),
            new Style(new StyleName { Val = "Normal" })
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            }
        );

    /// <summary>The number stands in the middle of the upper margin, not on the first page (NĐ 30/2020, phụ lục I).</summary>
    static Header PageNumber() =>
        new(
            new DocumentFormat.OpenXml.Wordprocessing.Paragraph(
                new ParagraphProperties(new Justification { Val = JustificationValues.Center }),
                new SimpleField(new Run(new RunProperties(new FontSize { Val = HalfPoints(13) }), new Text("2"))) { Instruction = " PAGE " }
            )
        );

    static string FootOf(MainDocumentPart main, string line)
    {
        var part = main.AddNewPart<FooterPart>();
        part.Footer = new(Markup.Line(JustificationValues.Center, line, 8));
        return main.GetIdOfPart(part);
    }

    static SectionProperties Section(LayoutMetrics layout, string header, string? foot) =>
        new([
            new HeaderReference { Type = HeaderFooterValues.Default, Id = header },
            .. foot is null
                ? []
                : new OpenXmlElement[]
                {
                    new FooterReference { Type = HeaderFooterValues.Default, Id = foot },
                    new FooterReference { Type = HeaderFooterValues.First, Id = foot },
                },
            new PageSize { Width = (uint)Twips(LayoutMetrics.PageWidth), Height = (uint)Twips(LayoutMetrics.PageHeight) },
            new PageMargin
            {
                Top = Twips(layout.Margins.Top),
                Bottom = Twips(layout.Margins.Bottom),
                Left = (uint)Twips(layout.Margins.Left),
                Right = (uint)Twips(layout.Margins.Right),
                Header = (uint)Twips(10),
                Footer = (uint)Twips(10),
                Gutter = 0U,
            },
            new TitlePage(),
        ]);

    internal static int Twips(double millimetres) => (int)Math.Round(millimetres * 1440 / 25.4);

    internal static string HalfPoints(double points) => Math.Round(points * 2).ToString(CultureInfo.InvariantCulture);
}
