using System.Globalization;

namespace DanVan.Petitions.Statistics;

/// <summary>A named period of the statistics through time. The table is <c>periods.json</c>.</summary>
/// <param name="Code">Such as Q2 or 9M.</param>
/// <param name="From">Its first day, written MM-DD, or prev-MM-DD in the year before the one it is named after.</param>
/// <param name="To">Its last day, written alike.</param>
/// <param name="InForceFrom">Periods that end before are not of this row.</param>
public sealed record StatisticsPeriod(
    string Code,
    string Vi,
    string En,
    string From,
    string To,
    string Article,
    string Mark,
    DateOnly? InForceFrom = null,
    DateOnly? InForceTo = null
)
{
    public Window In(int year) => new(Day(year, From), Day(year, To));

    /// <summary>A period belongs to the rules in force on its last day.</summary>
    public bool IsInForce(int year) =>
        In(year).To is var end && (InForceFrom is not { } from || from <= end) && (InForceTo is not { } to || end <= to);

    static DateOnly Day(int year, string text)
    {
        var before = text.StartsWith("prev-", StringComparison.Ordinal);
        return DateOnly.ParseExact(
            $"{(before ? year - 1 : year):d4}-{(before ? text[5..] : text)}",
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture
        );
    }
}

/// <summary>The named periods: those that come with the service, or those of the file that an administration puts in their place.</summary>
public sealed class StatisticsPeriods(IReadOnlyList<StatisticsPeriod> periods)
{
    public static StatisticsPeriods Load(string? path = null) => new(LawTable.Load<List<StatisticsPeriod>>("Statistics.periods", path));

    public IReadOnlyList<string> Codes { get; } = [.. periods.Select(period => period.Code).Distinct()];

    /// <summary>Those of a year.</summary>
    public IEnumerable<StatisticsPeriod> Of(int year) => periods.Where(period => period.IsInForce(year));

    public StatisticsPeriod? Find(string code, int year) => Of(year).FirstOrDefault(period => period.Code == code);

    /// <summary>The longest period in which the day lies, and the year it is named after.</summary>
    public (StatisticsPeriod Period, int Year)? At(DateOnly day) =>
        (
            from year in new[] { day.Year, day.Year + 1 }
            from period in Of(year)
            let window = period.In(year)
            where window.From <= day && day <= window.To
            orderby window.To.DayNumber - window.From.DayNumber descending
            select ((StatisticsPeriod, int)?)(period, year)
        ).FirstOrDefault();
}
