using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Spreadsheet;

namespace DanVan.Reporting.Sheets;

/// <summary>Which styles of a workbook show a number as a day or a time.</summary>
static partial class SheetDates
{
    /// <summary>By the number of the style.</summary>
    public static bool[] Of(Stylesheet? styles)
    {
        var own = (styles?.NumberingFormats?.Elements<NumberingFormat>() ?? [])
            .Where(format => format.NumberFormatId?.Value is not null)
            .ToLookup(format => format.NumberFormatId!.Value, format => format.FormatCode?.Value ?? "");
        return
        [
            .. (styles?.CellFormats?.Elements<CellFormat>() ?? []).Select(format =>
                format.NumberFormatId?.Value is { } id && (own.Contains(id) ? own[id].Any(IsDate) : IsBuiltIn(id))
            ),
        ];
    }

    // ISO/IEC 29500-1, 18.8.30, those of the languages of Asia among them.
    static bool IsBuiltIn(uint id) =>
        id is (>= 14 and <= 22) or (>= 27 and <= 36) or (>= 45 and <= 47) or (>= 50 and <= 58) or (>= 71 and <= 81);

    /// <summary>Whether a format has a part of a day or of a time, outside of what it writes as it stands.</summary>
    static bool IsDate(string format) => Part().IsMatch(Literal().Replace(format, ""));

    [GeneratedRegex("[dmyhs]", RegexOptions.IgnoreCase)]
    private static partial Regex Part();

    // [h] counts hours beyond a day; [Red], [$-42A] and [>=100] are no part of it.
    [GeneratedRegex("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]|General|Standard", RegexOptions.IgnoreCase)]
    private static partial Regex Literal();
}
