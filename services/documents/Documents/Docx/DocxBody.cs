using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace DanVan.Documents.Docx;

/// <summary>The content, the recipients and the signature.</summary>
sealed class DocxBody(OfficialDocument document, LayoutMetrics layout)
{
    const int LinesForTheSignature = 5;

    public IEnumerable<OpenXmlElement> Blocks()
    {
        var body = Wording.Body(document, layout);
        foreach (var (index, block) in body.Index())
            if (block is Table table)
            {
                yield return Rows(table);
                // Two tables that touch become one.
                yield return Markup.Paragraph(JustificationValues.Left, [Markup.Run("", 6)], keepNext: index == body.Count - 1);
            }
            else
                yield return Text((Paragraph)block, isLast: index == body.Count - 1);
        yield return Signing();
        // A table may not end a document; what follows it must not fill a line.
        yield return Markup.Paragraph(JustificationValues.Left, [Markup.Run("", 1)]);
    }

    OpenParagraph Text(Paragraph paragraph, bool isLast)
    {
        var heading = paragraph.Style is ParagraphStyle.Heading;
        var lead = paragraph.Lead is { } text ? (Run[])[Markup.Run($"{text} ", layout.BodySize, bold: true)] : [];
        return Markup.Paragraph(
            heading ? JustificationValues.Center : JustificationValues.Both,
            [.. lead, Markup.Run(paragraph.Text, layout.BodySize, heading, paragraph.Style is ParagraphStyle.Ground)],
            spacing: layout.LineSpacing,
            after: layout.After,
            firstLine: heading ? 0 : layout.FirstLine,
            keepNext: heading || isLast
        );
    }

    DocumentFormat.OpenXml.Wordprocessing.Table Rows(Table table)
    {
        var total = (double)table.Columns.Sum(column => column.Width);
        double[] widths = [.. table.Columns.Select(column => layout.TextWidth * column.Width / total)];
        var size = layout.BodySize - 2;
        return Markup.Table(
            widths,
            framed: true,
            [
                new([
                    new TableRowProperties(new CantSplit(), new TableHeader()),
                    .. table.Columns.Select(
                        (column, i) => Markup.Cell(widths[i], [Markup.Line(JustificationValues.Center, column.Title, size, bold: true)])
                    ),
                ]),
                .. table.Rows.Select(row => new TableRow([
                    new TableRowProperties(new CantSplit()),
                    .. row.Select(
                        (text, i) =>
                            Markup.Cell(
                                widths[i],
                                [Markup.Line(table.Columns[i].IsNumber ? JustificationValues.Right : JustificationValues.Left, text, size)]
                            )
                    ),
                ])),
            ]
        );
    }

    DocumentFormat.OpenXml.Wordprocessing.Table Signing()
    {
        var half = layout.TextWidth / 2;
        return Markup.Table(
            [half, half],
            framed: false,
            [new(new TableRowProperties(new CantSplit()), Markup.Cell(half, Recipients()), Markup.Cell(half, Signature()))]
        );
    }

    IEnumerable<OpenParagraph> Recipients()
    {
        if (document.Recipients.Count == 0)
            return [Markup.Line(JustificationValues.Left, "", layout.RecipientsListSize)];
        var italic = layout.RecipientsItalic;
        var title = Markup.Run(layout.Recipients, layout.RecipientsSize, bold: italic, italic, layout.RecipientsUnderlined);
        return
        [
            Markup.Paragraph(JustificationValues.Left, [title]),
            .. Wording.Recipients(document).Select(line => Markup.Line(JustificationValues.Left, line, layout.RecipientsListSize)),
        ];
    }

    IEnumerable<OpenParagraph> Signature() =>
        [
            .. Wording
                .Positions(document, layout)
                .Select(line => Markup.Line(JustificationValues.Center, line.Text, layout.BodySize, line.Bold)),
            .. Enumerable.Range(0, LinesForTheSignature).Select(_ => Markup.Line(JustificationValues.Center, "", layout.BodySize)),
            Markup.Line(JustificationValues.Center, document.Signature.Name, layout.BodySize, bold: true),
        ];
}
