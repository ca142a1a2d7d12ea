using PdfSharp.Drawing;

namespace DanVan.Documents.Pdf;

/// <summary>The content, the recipients and the signature.</summary>
sealed class PdfBody(Pages pages, OfficialDocument document, LayoutMetrics layout)
{
    const int LinesForTheSignature = 5;

    readonly PdfTable table = new(pages, layout);

    public void Draw()
    {
        var body = Wording.Body(document, layout);
        for (var i = 0; i < body.Count; i++)
            if (body[i] is Table rows)
                table.Draw(rows);
            else
                Draw((Paragraph)body[i], i == body.Count - 1 ? SignatureHeight : 0);
        Sign();
    }

    /// <param name="paragraph">The paragraph.</param>
    /// <param name="tail">What must stand on the page of its last two lines: no signature stands alone.</param>
    void Draw(Paragraph paragraph, double tail)
    {
        var heading = paragraph.Style is ParagraphStyle.Heading;
        var font = pages.Type.Font(layout.BodySize, heading, paragraph.Style is ParagraphStyle.Ground);
        var words = pages
            .Type.Words(paragraph.Lead ?? "", pages.Type.Font(layout.BodySize, bold: true))
            .Concat(pages.Type.Words(paragraph.Text, font));
        var lines = pages.Type.Break(words, pages.Width, heading ? 0 : Pages.Points(layout.FirstLine));
        var height = pages.LineHeight(layout.BodySize);
        for (var i = 0; i < lines.Count; i++)
        {
            // A heading stays with what follows it.
            var left = lines.Count - i;
            pages.Need(
                heading ? left * height + 2 * height
                : left <= 2 ? left * height + tail
                : height
            );
            pages.Draw(lines[i], pages.Left, pages.Y, pages.Width, heading ? Side.Centre : Side.Both);
            pages.Y += height;
        }
        pages.Y += layout.After;
    }

    double Half => pages.Width / 2;

    List<(List<Line> Lines, double Size)> SigningLines() =>
        [
            .. Wording
                .Positions(document, layout)
                .Select(line =>
                    (pages.Type.Break(pages.Type.Words(line.Text, pages.Type.Font(layout.BodySize, line.Bold)), Half), layout.BodySize)
                ),
        ];

    double SignatureHeight
    {
        get
        {
            var height = pages.LineHeight(layout.BodySize);
            var signing = (SigningLines().Sum(part => part.Lines.Count) + LinesForTheSignature + 1) * height;
            var listed = (document.Recipients.Count + 1) * pages.LineHeight(layout.RecipientsListSize);
            return layout.After * 2 + Math.Max(signing, Math.Min(listed, pages.Height / 2));
        }
    }

    void Sign()
    {
        pages.Need(SignatureHeight);
        pages.Y += layout.After;
        var top = pages.Y;
        var (x, y, height) = (pages.Left + Half, top, pages.LineHeight(layout.BodySize));
        foreach (var line in SigningLines().SelectMany(part => part.Lines))
        {
            pages.Draw(line, x, y, Half, Side.Centre);
            y += height;
        }
        y += LinesForTheSignature * height;
        pages.Draw(document.Signature.Name, pages.Type.Font(layout.BodySize, bold: true), x, y, Half, Side.Centre);
        Recipients(top);
    }

    void Recipients(double top)
    {
        if (document.Recipients.Count == 0)
            return;
        var italic = layout.RecipientsItalic;
        var title = pages.Type.Font(layout.RecipientsSize, bold: italic, italic);
        pages.Y = pages.Draw(layout.Recipients, title, pages.Left, top, Half, Side.Left);
        if (layout.RecipientsUnderlined)
            pages.Rule(pages.Left, pages.Y - 2, pages.Type.Measure(layout.Recipients, title));
        XFont font = pages.Type.Font(layout.RecipientsListSize);
        foreach (var line in Wording.Recipients(document).SelectMany(text => pages.Type.Break(pages.Type.Words(text, font), Half - 12)))
        {
            pages.Need(pages.LineHeight(layout.RecipientsListSize));
            pages.Draw(line, pages.Left, pages.Y, Half - 12, Side.Left);
            pages.Y += pages.LineHeight(layout.RecipientsListSize);
        }
    }
}
