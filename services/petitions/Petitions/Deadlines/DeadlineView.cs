using DanVan.Chassis.Http;

namespace DanVan.Petitions.Deadlines;

/// <summary>A day that did not count, and why.</summary>
/// <param name="Type">WEEKEND, HOLIDAY, COMPENSATORY or SWAPPED_OFF.</param>
/// <param name="Decision">The provision or decision that makes it a day off.</param>
public sealed record SkippedView(DateOnly Date, string Type, string Reason, string? Decision);

/// <param name="Rule">Stable id of the rule.</param>
/// <param name="What">The duty, in the reader's language.</param>
/// <param name="Article">Where the limit stands.</param>
/// <param name="Start">Day of the start event, itself not counted.</param>
/// <param name="Count">So many days.</param>
/// <param name="Unit">D: calendar days, W: working days.</param>
/// <param name="Statutory">Last day before it rolls past days off.</param>
/// <param name="Due">The duty falls due at the end of this day.</param>
/// <param name="Skipped">Days that did not count or were rolled over, with the reason.</param>
/// <param name="RolledFrom">The statutory day, when it was off.</param>
/// <param name="Pauses">When the clock stood, in order.</param>
/// <param name="SuspendedOn">Since when it stands; none while it runs. Until the decision to resume, the day due does not hold.</param>
/// <param name="MetOn">The day on which the duty was done.</param>
/// <param name="InTime">Whether that was in time; none while it is open.</param>
/// <param name="Superseded">Another took its place: a longer limit, the same with a pause, or the same by a newer calendar.</param>
/// <param name="Owed">The unit owes it. The others are limits of the petitioner, or days from which on something may be.</param>
/// <param name="CalendarVersion">The version of the working calendar that it was counted by.</param>
/// <param name="Explanation">All of it as a sentence.</param>
public sealed record DeadlineView(
    string Rule,
    string What,
    string Article,
    DateOnly Start,
    int Count,
    LimitUnit Unit,
    DateOnly Statutory,
    DateOnly Due,
    IReadOnlyList<SkippedView> Skipped,
    DateOnly? RolledFrom,
    IReadOnlyList<Pause> Pauses,
    DateOnly? SuspendedOn,
    DateOnly? MetOn,
    bool? InTime,
    bool Superseded,
    bool Owed,
    int CalendarVersion,
    string Explanation
);

static class DeadlineViews
{
    public static DeadlineView Explain(this DeadlineEngine engine, Deadline deadline)
    {
        var rule = engine.RuleOf(deadline);
        return new DeadlineView(
            deadline.Rule,
            Phrases.Of(rule?.Vi ?? deadline.Rule, rule?.En ?? deadline.Rule),
            deadline.Article,
            deadline.Start,
            deadline.Count,
            deadline.Unit,
            deadline.Statutory,
            deadline.Due,
            [.. deadline.Skipped.Select(day => new SkippedView(day.Date, day.Type, Phrases.Of(day.Vi, day.En), day.Decision))],
            deadline.Statutory == deadline.Due ? null : deadline.Statutory,
            deadline.Pauses,
            deadline.SuspendedOn,
            deadline.MetOn,
            deadline.InTime,
            deadline.Superseded,
            Duties.IsOwed(deadline.Rule),
            deadline.CalendarVersion,
            Phrases.Of(Explanations.Vi(deadline), Explanations.En(deadline))
        );
    }
}
