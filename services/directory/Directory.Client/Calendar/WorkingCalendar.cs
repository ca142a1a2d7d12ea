using System.Collections.Frozen;
using DanVan.Chassis;

namespace DanVan.Directory.Client;

/// <summary>
/// Which days are worked, and counting by them. An immutable value: take it from the container once per piece of work, and every date of that work is
/// counted by one version of the calendar.
/// </summary>
/// <remarks>
/// The day of the event is never counted (Bộ luật Dân sự 2015, Điều 147.2–3). Without any day recorded, Monday to Friday are worked.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly FrozenDictionary<DateOnly, CalendarDay> days;

    /// <summary>A calendar of these days; disabled ones do not count.</summary>
    public WorkingCalendar(IEnumerable<CalendarDay> days)
    {
        var all = days.ToList();
        Version = all.Count == 0 ? 0 : all.Max(day => day.Version);
        this.days = all.Where(day => day.Enabled).ToFrozenDictionary(day => day.Date);
    }

    /// <summary>Version of the calendar; 0 while nothing is known of it.</summary>
    public int Version { get; }

    /// <summary>Whether <paramref name="date"/> is worked.</summary>
    public bool IsWorking(DateOnly date) => WhyOff(date) is null;

    /// <summary>Why <paramref name="date"/> is not worked; null when it is.</summary>
    public SkippedDay? WhyOff(DateOnly date)
    {
        if (days.TryGetValue(date, out var day))
            return day.Type is DayType.SwappedWork ? null : new(date, EnumNames.Of(day.Type), day.Name, EnglishOf(day.Type), day.Decision);
        return date.DayOfWeek switch
        {
            DayOfWeek.Saturday => new(date, "WEEKEND", "Thứ Bảy", "Saturday", null),
            DayOfWeek.Sunday => new(date, "WEEKEND", "Chủ nhật", "Sunday", null),
            _ => null,
        };
    }

    /// <summary>
    /// A limit in working days ("ngày làm việc"): only worked days are counted, so the last one is worked.
    /// </summary>
    /// <param name="from">The day of the event; not counted, worked or not.</param>
    /// <param name="workingDays">At least 0; 0 gives <paramref name="from"/> itself.</param>
    public CountedDate AddWorkingDays(DateOnly from, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var skipped = new List<SkippedDay>();
        var date = from;
        while (workingDays > 0)
        {
            date = date.AddDays(1);
            if (WhyOff(date) is { } reason)
                skipped.Add(reason);
            else
                workingDays--;
        }
        return new(date, skipped, Version);
    }

    /// <summary>The last day that lies at least so many working days before another: a notice to be given that long before.</summary>
    /// <param name="until">The day of the event; not counted, worked or not.</param>
    /// <param name="workingDays">At least 0; 0 gives <paramref name="until"/> itself.</param>
    public CountedDate SubtractWorkingDays(DateOnly until, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workingDays);
        var skipped = new List<SkippedDay>();
        var date = until;
        while (workingDays > 0)
        {
            date = date.AddDays(-1);
            if (WhyOff(date) is { } reason)
                skipped.Add(reason);
            else
                workingDays--;
        }
        return new(date, skipped, Version);
    }

    /// <summary>
    /// A limit in calendar days ("ngày"): every day counts, and an end that is not worked moves to the next worked day (Bộ luật Dân sự 2015, Điều 148.5).
    /// </summary>
    /// <param name="from">The day of the event; not counted.</param>
    /// <param name="calendarDays">At least 0.</param>
    public CountedDate AddDays(DateOnly from, int calendarDays)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(calendarDays);
        return RollForward(from.AddDays(calendarDays));
    }

    /// <summary>
    /// A limit in months: the corresponding day, or the last day of a month that has none (Điều 148.3), moved on if it is not worked (Điều 148.5).
    /// </summary>
    public CountedDate AddMonths(DateOnly from, int months)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(months);
        return RollForward(from.AddMonths(months));
    }

    /// <summary>Working days after <paramref name="from"/> up to and including <paramref name="to"/>; 0 when <paramref name="to"/> is not later.</summary>
    public int WorkingDaysBetween(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var date = from.AddDays(1); date <= to; date = date.AddDays(1))
            if (IsWorking(date))
                count++;
        return count;
    }

    private CountedDate RollForward(DateOnly end)
    {
        var skipped = new List<SkippedDay>();
        while (WhyOff(end) is { } reason)
        {
            skipped.Add(reason);
            end = end.AddDays(1);
        }
        return new(end, skipped, Version);
    }

    private static string EnglishOf(DayType type) =>
        type switch
        {
            DayType.Holiday => "Public holiday",
            DayType.Compensatory => "Day off for a holiday that fell on a weekend",
            _ => "Working day swapped for another",
        };
}
