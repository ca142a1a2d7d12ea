using DanVan.Chassis;
using DanVan.Reporting.Duties;
using DanVan.Reporting.Periods;
using DanVan.Reporting.Requests;

namespace DanVan.Reporting.Reminders;

/// <summary>What a unit is reminded of.</summary>
enum ReminderKind
{
    DueSoon,
    Overdue,
}

/// <summary>Reports of a period that units are to be reminded of: those whose sending day is one of these.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Kinds">Kinds of units that owe it.</param>
/// <param name="SendingDays">The days by which it is sent, by the level of the unit; null: every other level.</param>
/// <param name="First">The first sending day that is looked at.</param>
/// <param name="Last">The last one.</param>
/// <param name="Request">The request that asks for it, of some units only; null where all of these kinds owe it.</param>
sealed record DueReport(
    ReminderKind What,
    string Form,
    Period Period,
    IReadOnlyList<string> Kinds,
    IReadOnlyList<(string? Level, DateOnly Day)> SendingDays,
    DateOnly First,
    DateOnly Last,
    ReportRequest? Request = null
)
{
    /// <summary>All that is to be told on a day, whether it was told before or not.</summary>
    public static IEnumerable<DueReport> On(DateOnly today, ReminderOptions options, DutyCatalogue duties, RegimeCatalogue regimes)
    {
        var looks = Looks(today, options);
        // A period is named after a year that is at most one away from that of its sending day.
        var years = Enumerable.Range(looks[1].First.Year - 1, looks[0].Last.Year - looks[1].First.Year + 3);
        return from rule in duties.All
            from period in years.SelectMany(year => regimes.Of(rule.Regime, year))
            where rule.HoldsFor(rule.Form, period)
            let days = regimes.SendingDays(period)
            from look in looks
            where days.Any(one => look.First <= one.Day && one.Day <= look.Last)
            select new DueReport(look.What, rule.Form, period, rule.Kinds, days, look.First, look.Last);
    }

    /// <summary>The same of requests.</summary>
    public static IEnumerable<DueReport> On(DateOnly today, ReminderOptions options, IReadOnlyList<ReportRequest> requests) =>
        from request in requests
        from look in Looks(today, options)
        where look.First <= request.SendBy && request.SendBy <= look.Last
        select new DueReport(
            look.What,
            request.Form,
            request.Period,
            request.Kinds,
            [(null, request.SendBy)],
            look.First,
            look.Last,
            request
        );

    static (ReminderKind What, DateOnly First, DateOnly Last)[] Looks(DateOnly today, ReminderOptions options) =>
        [
            (ReminderKind.DueSoon, today, today.AddDays(options.DaysBefore)),
            (ReminderKind.Overdue, today.AddDays(-options.DaysAfter), today.AddDays(-1)),
        ];
}

/// <summary>A unit was reminded of a report. It is announced once, and never changes.</summary>
sealed record ReportReminder(Guid Id, Guid UnitId, DateOnly SendBy) : ISubject
{
    public int Version { get; set; }

    Guid? ISubject.UnitId => UnitId;
}
