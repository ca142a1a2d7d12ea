using System.Globalization;
using System.Text.RegularExpressions;

namespace DanVan.Reporting.Sheets;

/// <summary>
/// Numbers as people type them. Vietnamese separators (<c>1.234,5</c>) and English ones (<c>1,234.5</c>) are both read where one reading makes sense only;
/// where both do, the Vietnamese holds: <c>1.234</c> is one thousand two hundred and thirty-four, <c>1,234</c> is a little more than one.
/// </summary>
static partial class NumberText
{
    /// <summary>The number that a text says; none when it says none.</summary>
    public static decimal? Read(string text)
    {
        // No number that is kept has so many digits; more could be rounded in silence.
        if (text.Length > 40 || text.Count(char.IsAsciiDigit) > 26)
            return null;
        var said = text.Trim().Replace('−', '-');
        var isPercent = said.EndsWith('%');
        var digits = (isPercent ? said[..^1].TrimEnd() : said).Replace('\u00a0', ' ').Replace('\u202f', ' ');
        var machine =
            Vietnamese().IsMatch(digits) ? Without(digits, '.').Replace(',', '.')
            : English().IsMatch(digits) ? Without(digits, ',')
            : null;
        if (machine is null)
            return null;
        var number = decimal.Parse(machine, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return isPercent ? number / 100 : number;
    }

    static string Without(string digits, char grouping) =>
        digits.Replace(" ", "", StringComparison.Ordinal).Replace($"{grouping}", "", StringComparison.Ordinal);

    [GeneratedRegex(@"^[+-]?([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+|[1-9][0-9]{0,2}( [0-9]{3})+)(,[0-9]+)?$")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"^[+-]?([0-9]+|[1-9][0-9]{0,2}(,[0-9]{3})+|[1-9][0-9]{0,2}( [0-9]{3})+)(\.[0-9]+)?$")]
    private static partial Regex English();
}
