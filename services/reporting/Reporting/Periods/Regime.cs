using System.Globalization;

namespace DanVan.Reporting.Periods;

/// <summary>Who fixes the days of a period.</summary>
public enum WindowSource
{
    /// <summary>The legal text: nobody may give other days.</summary>
    Law,

    /// <summary>The receiving committee: the days here are the usual ones, others may be given.</summary>
    Local,

    /// <summary>The request: days must be given, or the number of a request that has them.</summary>
    Request,
}

/// <summary>Reporting rules in force for a time: which periods there are, which days they cover, and by when they are sent.</summary>
/// <param name="Code">STATE_ND09, TTCP_06_2025, PARTY, DANVAN_SCORE or ADHOC; several rows of one code follow each other in time.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Article">The text the rules come from.</param>
/// <param name="InForceFrom">The first day on which a period may end; null when it is not bounded.</param>
/// <param name="InForceTo">The last such day; null while in force.</param>
/// <param name="FixedBy">Who fixes the days.</param>
/// <param name="Windows">The periods of one year.</param>
/// <param name="SendBy">By when a report leaves, where the text says so.</param>
public sealed record Regime(
    string Code,
    Bilingual Name,
    Bilingual Article,
    DateOnly? InForceFrom,
    DateOnly? InForceTo,
    WindowSource FixedBy,
    IReadOnlyList<Window> Windows,
    IReadOnlyList<SendingDay> SendBy
)
{
    /// <summary>A period belongs to the rules in force on its last day.</summary>
    public bool IsInForceOn(DateOnly day) => (InForceFrom is not { } from || from <= day) && (InForceTo is not { } to || day <= to);
}

/// <summary>The days of one period of a year.</summary>
/// <param name="Kind">How long it is.</param>
/// <param name="Index">Which of its kind, from 1.</param>
/// <param name="From">First day, written MM-DD, or prev-MM-DD in the year before.</param>
/// <param name="To">Last day, written alike; MM-end is the last day of a month.</param>
public sealed record Window(PeriodKind Kind, int Index, string From, string To)
{
    /// <summary>The period of this window in a year.</summary>
    public Period In(string regime, int year) => new(regime, Kind, year, Index, YearDay.In(year, From), YearDay.In(year, To));
}

/// <summary>A day of the month in which a period ends.</summary>
/// <param name="Level">The level of the sending unit, as the directory names it; null for every other unit.</param>
/// <param name="Day">The day.</param>
public sealed record SendingDay(string? Level, int Day);

/// <summary>Days of a year as the data files write them: MM-DD or MM-end; with prev- in the year before, with next- in the year after.</summary>
static class YearDay
{
    public static DateOnly In(int year, string text)
    {
        var (shifted, rest) =
            text.StartsWith("prev-", StringComparison.Ordinal) ? (year - 1, text[5..])
            : text.StartsWith("next-", StringComparison.Ordinal) ? (year + 1, text[5..])
            : (year, text);
        var month = int.Parse(rest[..2], CultureInfo.InvariantCulture);
        var day = rest[3..] == "end" ? DateTime.DaysInMonth(shifted, month) : int.Parse(rest[3..], CultureInfo.InvariantCulture);
        return new DateOnly(shifted, month, day);
    }
}
