using System.Globalization;
using System.Text.RegularExpressions;

namespace DanVan.Conferences.Convening;

/// <summary>
/// A calendar period as party bodies report by it: <c>2021</c>, <c>2021-H2</c>, <c>2021-Q1</c>, <c>2021-9M</c> (the first nine months) or
/// <c>2021-M03</c>.
/// </summary>
public static partial class Period
{
    /// <summary>How a period is written.</summary>
    public const string Written = "^(19|20)[0-9]{2}(-(H[12]|Q[1-4]|9M|M(0[1-9]|1[0-2])))?$";

    /// <summary>The last day of a period written as above.</summary>
    public static DateOnly LastDay(string period)
    {
        var year = int.Parse(period.AsSpan(0, 4), CultureInfo.InvariantCulture);
        var month = period.Length == 4 ? 12 : LastMonth(period.AsSpan(5));
        return new DateOnly(year, month, DateTime.DaysInMonth(year, month));
    }

    /// <summary>Whether <paramref name="text"/> is written as a period.</summary>
    public static bool IsWritten(string text) => Form().IsMatch(text);

    static int LastMonth(ReadOnlySpan<char> part) =>
        part[0] switch
        {
            'H' => 6 * (part[1] - '0'),
            'Q' => 3 * (part[1] - '0'),
            '9' => 9,
            _ => int.Parse(part[1..], CultureInfo.InvariantCulture),
        };

    [GeneratedRegex(Written)]
    private static partial Regex Form();
}
