using PdfSharp.Drawing;
using PdfSharp.Pdf;

namespace DanVan.Documents.Pdf;

/// <summary>A word as it stands in a line.</summary>
sealed record Word(string Text, XFont Font, double Width);

/// <summary>Words that stand side by side.</summary>
/// <param name="Indent">What the first line of a paragraph leaves free.</param>
/// <param name="EndsParagraph">Nothing follows, so it is not stretched.</param>
sealed record Line(IReadOnlyList<Word> Words, double Indent, bool EndsParagraph);

/// <summary>Measures words and breaks them into lines.</summary>
sealed class Typesetter
{
    readonly XGraphics scale = XGraphics.CreateMeasureContext(new XSize(1000, 1000), XGraphicsUnit.Point, XPageDirection.Downwards);
    readonly Dictionary<(double, XFontStyleEx), XFont> fonts = [];

    public XFont Font(double size, bool bold = false, bool italic = false)
    {
        var style = (bold ? XFontStyleEx.Bold : XFontStyleEx.Regular) | (italic ? XFontStyleEx.Italic : XFontStyleEx.Regular);
        if (!fonts.TryGetValue((size, style), out var font))
            fonts[(size, style)] = font = new(LiberationSerif.Family, size, style, new XPdfFontOptions(PdfFontEncoding.Unicode));
        return font;
    }

    public double Measure(string text, XFont font) => scale.MeasureString(text, font).Width;

    public double Space(XFont font) => Measure("a a", font) - Measure("aa", font);

    public IEnumerable<Word> Words(string text, XFont font) =>
        Wording.Clean(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new Word(word, font, Measure(word, font)));

    public List<Line> Break(IEnumerable<Word> words, double width, double firstLine = 0)
    {
        var lines = new List<Line>();
        var line = new List<Word>();
        var (used, indent) = (0.0, firstLine);
        foreach (var word in words.SelectMany(word => Pieces(word, width - firstLine)))
        {
            var gap = line.Count == 0 ? 0 : Space(line[^1].Font);
            if (line.Count > 0 && used + gap + word.Width > width - indent)
            {
                lines.Add(new(line, indent, EndsParagraph: false));
                (line, used, indent, gap) = ([], 0, 0, 0);
            }
            line.Add(word);
            used += gap + word.Width;
        }
        if (line.Count > 0)
            lines.Add(new(line, indent, EndsParagraph: true));
        return lines;
    }

    /// <summary>The same number of lines, each about as long as the next: no word of a heading stands alone.</summary>
    public List<Line> Balance(string text, XFont font, double width)
    {
        var words = Words(text, font).ToList();
        var lines = Break(words, width);
        for (
            var narrower = width - 4;
            lines.Count > 1 && narrower > width / 2 && words.TrueForAll(word => word.Width <= narrower);
            narrower -= 4
        )
        {
            var tried = Break(words, narrower);
            if (tried.Count > lines.Count)
                break;
            lines = tried;
        }
        return lines;
    }

    // What is longer than a line, such as an address of a page, is broken where the line ends.
    IEnumerable<Word> Pieces(Word word, double width)
    {
        var rest = word;
        while (rest.Width > width && rest.Text.Length > 1)
        {
            var length = rest.Text.Length - 1;
            while (length > 1 && Measure(rest.Text[..length], rest.Font) > width)
                length--;
            if (char.IsHighSurrogate(rest.Text[length - 1]) && length > 1)
                length--;
            yield return new(rest.Text[..length], rest.Font, Measure(rest.Text[..length], rest.Font));
            rest = new(rest.Text[length..], rest.Font, Measure(rest.Text[length..], rest.Font));
        }
        yield return rest;
    }
}
