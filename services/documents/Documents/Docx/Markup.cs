using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using OpenParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace DanVan.Documents.Docx;

/// <summary>Paragraphs and cells as WordprocessingML has them.</summary>
static class Markup
{
    public static Run Run(string text, double size, bool bold = false, bool italic = false, bool underlined = false)
    {
        var properties = new RunProperties();
        if (bold)
            properties.Append(new Bold());
        if (italic)
            properties.Append(new Italic());
        properties.Append(
            new FontSize { Val = DocxWriter.HalfPoints(size) },
            new FontSizeComplexScript { Val = DocxWriter.HalfPoints(size) }
        );
        if (underlined)
            properties.Append(new Underline { Val = UnderlineValues.Single });
        return new(properties, new Text(Wording.Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    /// <param name="side">How it is set.</param>
    /// <param name="runs">What it says.</param>
    /// <param name="spacing">Times the height of a line.</param>
    /// <param name="after">Points.</param>
    /// <param name="firstLine">Millimetres.</param>
    /// <param name="left">Millimetres.</param>
    /// <param name="keepNext">It stays on the page of what follows.</param>
    public static OpenParagraph Paragraph(
        JustificationValues side,
        IEnumerable<Run> runs,
        double spacing = 1,
        double before = 0,
        double after = 0,
        double firstLine = 0,
        double left = 0,
        bool keepNext = false
    )
    {
        var properties = new ParagraphProperties();
        if (keepNext)
            properties.Append(new KeepNext());
        properties.Append(new WidowControl());
        properties.Append(
            new SpacingBetweenLines
            {
                Before = TwentiethsOf(before),
                After = TwentiethsOf(after),
                Line = Math.Round(240 * spacing).ToString(CultureInfo.InvariantCulture),
                LineRule = LineSpacingRuleValues.Auto,
            }
        );
        if (firstLine > 0 || left > 0)
            properties.Append(new Indentation { Left = $"{DocxWriter.Twips(left)}", FirstLine = $"{DocxWriter.Twips(firstLine)}" });
        properties.Append(new Justification { Val = side });
        return new([properties, .. runs]);
    }

    public static OpenParagraph Line(JustificationValues side, string text, double size, bool bold = false, bool italic = false) =>
        Paragraph(side, [Run(text, size, bold, italic)]);

    /// <summary>A rule of so many millimetres in the middle of so many: the border of an empty line.</summary>
    public static OpenParagraph Rule(double length, double width)
    {
        var indent = $"{DocxWriter.Twips(Math.Max(0, (width - length) / 2))}";
        return new(
            new ParagraphProperties(
                new ParagraphBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 6U,
                        Space = 1U,
                        Color = "000000",
                    }
                ),
                new SpacingBetweenLines
                {
                    Before = "40",
                    After = "0",
                    Line = "80",
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Indentation { Left = indent, Right = indent },
                new ParagraphMarkRunProperties(new FontSize { Val = "4" })
            )
        );
    }

    /// <param name="width">Millimetres.</param>
    /// <param name="content">At least one paragraph.</param>
    public static TableCell Cell(double width, IEnumerable<OpenParagraph> content) =>
        new([
            new TableCellProperties(new TableCellWidth { Width = $"{DocxWriter.Twips(width)}", Type = TableWidthUnitValues.Dxa }),
            .. content,
        ]);

    /// <summary>A table of fixed widths in millimetres.</summary>
    public static DocumentFormat.OpenXml.Wordprocessing.Table Table(IReadOnlyList<double> widths, bool framed, IEnumerable<TableRow> rows)
    {
        var properties = new TableProperties(
            new TableWidth { Width = $"{DocxWriter.Twips(widths.Sum())}", Type = TableWidthUnitValues.Dxa }
        );
        if (framed)
            properties.Append(
                new TableBorders(
                    Border<TopBorder>(),
                    Border<LeftBorder>(),
                    Border<BottomBorder>(),
                    Border<RightBorder>(),
                    Border<InsideHorizontalBorder>(),
                    Border<InsideVerticalBorder>()
                )
            );
        properties.Append(new TableLayout { Type = TableLayoutValues.Fixed });
        if (!framed)
            properties.Append(
                new TableCellMarginDefault(
                    new TableCellLeftMargin { Width = 0, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 0, Type = TableWidthValues.Dxa }
                )
            );
        return new([properties, new TableGrid(widths.Select(width => new GridColumn { Width = $"{DocxWriter.Twips(width)}" })), .. rows]);
    }

    static T Border<T>()
        where T : BorderType, new() =>
        new()
        {
            Val = BorderValues.Single,
            Size = 4U,
            Color = "000000",
        };

    static string TwentiethsOf(double points) => Math.Round(points * 20).ToString(CultureInfo.InvariantCulture);
}
