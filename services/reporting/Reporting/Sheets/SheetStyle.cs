using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Reporting.Sheets;

/// <summary>How a cell looks and whether it may be filled; the number of its format in the workbook.</summary>
enum SheetStyle
{
    Plain,
    Title,
    Note,
    Header,
    Section,
    Label,
    Shown,
    ShownDecimal,
    ShownShare,
    Whole,
    Decimal,
    Text,
}

static class SheetStyles
{
    const uint WholeFormat = 3,
        ShareFormat = 10,
        DecimalFormat = 164;

    enum Letters
    {
        Plain,
        Bold,
        Large,
        Italic,
    }

    enum Ground
    {
        None,
        Gray125,
        Heading,
        Section,
        Locked,
    }

    /// <summary>The formats in the order of <see cref="SheetStyle"/>.</summary>
    public static Stylesheet All() =>
        new(
            new NumberingFormats(new NumberingFormat { NumberFormatId = DecimalFormat, FormatCode = "#,##0.######" }),
            new Fonts(Font(), Font(bold: true), Font(bold: true, size: 14), Font(italic: true)),
            new Fills(
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                Solid("FFD9E1F2"),
                Solid("FFF2F2F2"),
                Solid("FFEDEDED")
            ),
            new Borders(new Border(), Frame()),
            new CellStyleFormats(new CellFormat()),
            new CellFormats(
                Format(),
                Format(Letters.Large),
                Format(Letters.Italic, wraps: true),
                Format(Letters.Bold, Ground.Heading, framed: true, wraps: true, centred: true),
                Format(Letters.Bold, Ground.Section, framed: true, wraps: true),
                Format(framed: true, wraps: true),
                Format(ground: Ground.Locked, number: WholeFormat, framed: true),
                Format(ground: Ground.Locked, number: DecimalFormat, framed: true),
                Format(ground: Ground.Locked, number: ShareFormat, framed: true),
                Format(number: WholeFormat, framed: true, open: true),
                Format(number: DecimalFormat, framed: true, open: true),
                Format(framed: true, wraps: true, open: true, quoted: true)
            )
        );

    static Font Font(bool bold = false, bool italic = false, double size = 11)
    {
        var font = new Font();
        if (bold)
            font.Append(new Bold());
        if (italic)
            font.Append(new Italic());
        font.Append(new FontSize { Val = size }, new FontName { Val = "Times New Roman" });
        return font;
    }

    static Fill Solid(string colour) => new(new PatternFill(new ForegroundColor { Rgb = colour }) { PatternType = PatternValues.Solid });

    static Border Frame() =>
        new(
            new LeftBorder { Style = BorderStyleValues.Thin },
            new RightBorder { Style = BorderStyleValues.Thin },
            new TopBorder { Style = BorderStyleValues.Thin },
            new BottomBorder { Style = BorderStyleValues.Thin },
            new DiagonalBorder()
        );

    /// <param name="open">It may be filled while the sheet is protected.</param>
    /// <param name="quoted">What is typed into it is text, though it begins as a formula does.</param>
    static CellFormat Format(
        Letters letters = Letters.Plain,
        Ground ground = Ground.None,
        uint number = 0,
        bool framed = false,
        bool wraps = false,
        bool centred = false,
        bool open = false,
        bool quoted = false
    ) =>
        new(
            new Alignment
            {
                Vertical = VerticalAlignmentValues.Top,
                WrapText = wraps,
                Horizontal = centred ? HorizontalAlignmentValues.Center : HorizontalAlignmentValues.General,
            },
            new Protection { Locked = !open }
        )
        {
            FontId = (uint)letters,
            FillId = (uint)ground,
            BorderId = framed ? 1U : 0U,
            NumberFormatId = number,
            FormatId = 0,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyNumberFormat = true,
            ApplyAlignment = true,
            ApplyProtection = true,
            QuotePrefix = quoted,
        };
}
