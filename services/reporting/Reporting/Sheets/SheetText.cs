using System.Globalization;
using System.Text.RegularExpressions;

namespace DanVan.Reporting.Sheets;

/// <summary>Texts as SpreadsheetML keeps them: what XML cannot hold is written <c>_x000D_</c> (ISO/IEC 29500-1, 22.9.2.19), and so is what looks like that.</summary>
static partial class SheetText
{
    public static string Write(string text) => Escaped().Replace(text, "_x005F$0");

    public static string Read(string text) =>
        Escaped()
            .Replace(
                text,
                escape => $"{(char)int.Parse(escape.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)}"
            );

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex Escaped();
}
