using System.ComponentModel.DataAnnotations;
using DanVan.Directory.Client;

namespace DanVan.Petitions.Deadlines;

/// <summary>How a petition stands to the last day of its first open duty; the later ones are worse.</summary>
public enum DueClass
{
    Soon,
    Overdue,
    VeryOverdue,
}

/// <summary>What is soon and what is very overdue, in working days, and how often delays are looked for: section <c>Deadlines</c>. No law says: the platform's.</summary>
sealed class DueOptions
{
    /// <summary>Due soon: today, or within so many working days.</summary>
    [Range(0, 60)]
    public int SoonWithin { get; init; } = 3;

    /// <summary>Very overdue: by more working days than these.</summary>
    [Range(0, 250)]
    public int VeryOverdueAfter { get; init; } = 10;

    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan EscalateEvery { get; init; } = TimeSpan.FromMinutes(15);
}

/// <summary>The classes as they are on one day, by one calendar: a petition that falls due up to the day given is in the class.</summary>
/// <param name="Today">What falls due before is overdue.</param>
/// <param name="SoonUntil">Last day that is soon.</param>
/// <param name="VeryOverdueUntil">Last day that is very overdue.</param>
sealed record DueBounds(DateOnly Today, DateOnly SoonUntil, DateOnly VeryOverdueUntil)
{
    public static DueBounds On(DateOnly today, WorkingCalendar calendar, DueOptions options)
    {
        var (day, over) = (today, 0);
        while (over <= options.VeryOverdueAfter)
        {
            if (calendar.IsWorking(day))
                over++;
            day = day.AddDays(-1);
        }
        return new(today, calendar.AddWorkingDays(today, options.SoonWithin).Due, day);
    }

    /// <summary>The first and the last day of a class.</summary>
    public (DateOnly From, DateOnly To) Of(DueClass dueClass) =>
        dueClass switch
        {
            DueClass.Soon => (Today, SoonUntil),
            DueClass.Overdue => (VeryOverdueUntil.AddDays(1), Today.AddDays(-1)),
            _ => (DateOnly.MinValue, VeryOverdueUntil),
        };

    /// <summary>Working days after today up to a day that has not passed, or after one that has, up to today.</summary>
    public (int? Left, int? Over) Days(DateOnly due, WorkingCalendar calendar) =>
        due < Today ? (null, calendar.WorkingDaysBetween(due, Today)) : (calendar.WorkingDaysBetween(Today, due), null);

    /// <summary>The class of a petition; none when nothing is due, or not soon.</summary>
    public DueClass? Of(DateOnly? dueOn) =>
        dueOn is not { } day || day > SoonUntil ? null
        : day >= Today ? DueClass.Soon
        : day > VeryOverdueUntil ? DueClass.Overdue
        : DueClass.VeryOverdue;
}
