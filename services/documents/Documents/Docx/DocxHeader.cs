using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace DanVan.Documents.Docx;

/// <summary>What stands above the content: who issues it, number, place and date, type and abstract, addressees.</summary>
sealed class DocxHeader(OfficialDocument document, LayoutMetrics layout)
{
    const JustificationValues Centre = JustificationValues.Center;

    public IEnumerable<OpenXmlElement> Blocks()
    {
        double[] widths = [layout.LeftColumn, layout.RightColumn];
        yield return Markup.Table(
            widths,
            framed: false,
            [
                new(Markup.Cell(widths[0], Issuer()), Markup.Cell(widths[1], Title())),
                new(
                    Markup.Cell(widths[0], Number()),
                    Markup.Cell(widths[1], [Markup.Line(Centre, Wording.PlaceAndDate(document), layout.DateSize, italic: true)])
                ),
            ]
        );
        yield return Markup.Paragraph(Centre, [], after: 2);
        if (document.Type is { } type)
        {
            yield return Markup.Line(Centre, Wording.Upper(type), layout.TypeSize, bold: true);
            yield return Markup.Line(Centre, document.Abstract, layout.AbstractSize, bold: true);
            yield return Markup.Rule(layout.AbstractRule, layout.TextWidth);
            yield return Markup.Paragraph(Centre, [Markup.Run("", 6)]);
        }
        foreach (var line in Addressees())
            yield return line;
    }

    IEnumerable<OpenParagraph> Issuer()
    {
        if (document.SuperiorBody is { } superior)
            yield return Markup.Line(Centre, Wording.Upper(superior), layout.SuperiorSize);
        yield return Markup.Line(Centre, Wording.Upper(document.IssuingBody), layout.IssuerSize, bold: true);
        yield return layout.Star is { } star
            ? Markup.Line(Centre, star, layout.IssuerSize)
            : Markup.Rule(layout.IssuerRule ?? 0, layout.LeftColumn);
    }

    IEnumerable<OpenParagraph> Title()
    {
        yield return Markup.Line(Centre, layout.Title, layout.TitleSize, bold: true);
        if (layout.Motto is { } motto)
            yield return Markup.Line(Centre, motto, layout.MottoSize, bold: true);
        yield return Markup.Rule(layout.TitleRule, layout.RightColumn);
    }

    IEnumerable<OpenParagraph> Number()
    {
        yield return Markup.Line(Centre, $"{layout.NumberPrefix}{document.Number}", layout.NumberSize);
        if (document.Type is null)
            yield return Markup.Line(
                Centre,
                layout.CorrespondencePrefix + document.Abstract,
                layout.CorrespondenceSize,
                italic: layout.CorrespondenceItalic
            );
    }

    // One addressee stands on the line of the words, several stand below each other.
    IEnumerable<OpenParagraph> Addressees()
    {
        var indent = layout.TextWidth / 6;
        if (document.Addressees is [var only])
            yield return Markup.Paragraph(Centre, [Markup.Run($"{layout.Addressee} {only}", layout.BodySize)], after: 8);
        else if (document.Addressees.Count > 1)
        {
            yield return Markup.Paragraph(JustificationValues.Left, [Markup.Run(layout.Addressee, layout.BodySize)], left: indent);
            foreach (var line in Wording.Addressees(document))
                yield return Markup.Paragraph(JustificationValues.Left, [Markup.Run(line, layout.BodySize)], left: indent * 1.5);
            yield return Markup.Paragraph(Centre, [Markup.Run("", 6)]);
        }
    }
}
