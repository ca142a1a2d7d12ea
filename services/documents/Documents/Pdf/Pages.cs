using System.Globalization;
using PdfSharp;
using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace DanVan.Documents.Pdf;

enum Side
{
    Left,
    Centre,
    Right,
    Both,
}

/// <summary>The pages of a document and the place that writing has come to. Lengths are points.</summary>
sealed class Pages : IDisposable
{
    const double FootSize = 8;

    readonly PdfDocument pdf;
    readonly LayoutMetrics layout;
    readonly string? foot;
    XGraphics page = null!;

    public Pages(PdfDocument pdf, LayoutMetrics layout, Typesetter type, string? foot)
    {
        (this.pdf, this.layout, Type, this.foot) = (pdf, layout, type, foot);
        Turn();
    }

    public Typesetter Type { get; }
    public double Y { get; set; }
    public double Left => Points(layout.Margins.Left);
    public double Width => Points(layout.TextWidth);
    public double Bottom => Points(LayoutMetrics.PageHeight - layout.Margins.Bottom);
    public double Height => Bottom - Points(layout.Margins.Top);

    public static double Points(double millimetres) => millimetres * 72 / 25.4;

    public double LineHeight(double size) => size * 1.15 * layout.LineSpacing;

    /// <summary>Goes on on the next page when so much does not fit on this one.</summary>
    public void Need(double height)
    {
        if (Y + height > Bottom + 0.01)
            Turn();
    }

    /// <summary>A new page; from the second on its number stands in the middle of the upper margin (NĐ 30/2020, phụ lục I).</summary>
    public void Turn()
    {
        page?.Dispose();
        var sheet = pdf.AddPage();
        sheet.Size = PageSize.A4;
        page = XGraphics.FromPdfPage(sheet);
        Y = Points(layout.Margins.Top);
        if (pdf.PageCount > 1)
            page.DrawString(
                pdf.PageCount.ToString(CultureInfo.InvariantCulture),
                Type.Font(13),
                XBrushes.Black,
                new XPoint(Points(LayoutMetrics.PageWidth) / 2, Points(layout.Margins.Top) - 14),
                XStringFormats.BaseLineCenter
            );
        if (foot is not null)
            Draw(Wording.Clean(foot), Type.Font(FootSize), Left, Bottom + 14, Width, Side.Centre);
    }

    /// <summary>A line whose upper edge is at <paramref name="y"/>.</summary>
    public void Draw(Line line, double x, double y, double width, Side side)
    {
        if (line.Words.Count == 0)
            return;
        var size = line.Words.Max(word => word.Font.Size);
        var baseline = y + (LineHeight(size) - size * 1.15) / 2 + size * 0.9;
        var gaps = line.Words.SkipLast(1).Select(word => Type.Space(word.Font)).ToList();
        var free = width - line.Indent - line.Words.Sum(word => word.Width) - gaps.Sum();
        var stretch = side is Side.Both && !line.EndsParagraph && gaps.Count > 0 ? free / gaps.Count : 0;
        var at =
            x
            + line.Indent
            + (
                side is Side.Centre ? free / 2
                : side is Side.Right ? free
                : 0
            );
        // Words that are not stretched are written together, so that whoever copies them gets the spaces too.
        for (var first = 0; first < line.Words.Count; )
        {
            var last = first;
            while (stretch == 0 && last + 1 < line.Words.Count && line.Words[last + 1].Font == line.Words[first].Font)
                last++;
            var text = string.Join(' ', line.Words.Skip(first).Take(last - first + 1).Select(word => word.Text));
            page.DrawString(text, line.Words[first].Font, XBrushes.Black, at, baseline);
            for (; first <= last; first++)
                at += line.Words[first].Width + (first < gaps.Count ? gaps[first] + stretch : 0);
        }
    }

    /// <summary>A text on as many lines as it takes; the edge below the last.</summary>
    public double Draw(string text, XFont font, double x, double y, double width, Side side)
    {
        foreach (var line in side is Side.Centre ? Type.Balance(text, font, width) : Type.Break(Type.Words(text, font), width))
        {
            Draw(line, x, y, width, side);
            y += LineHeight(font.Size);
        }
        return y;
    }

    public void Rule(double x, double y, double length) => page.DrawLine(new XPen(XColors.Black, 0.75), x, y, x + length, y);

    public void Box(double x, double y, double width, double height) =>
        page.DrawRectangle(new XPen(XColors.Black, 0.5), x, y, width, height);

    public void Dispose() => page.Dispose();
}
