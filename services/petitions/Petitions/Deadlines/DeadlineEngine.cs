using DanVan.Directory.Client;

namespace DanVan.Petitions.Deadlines;

/// <summary>Counts time limits as the Civil Code (Bộ luật Dân sự 2015) Đ144–148 and the working calendar say. Pure: no clock, no database.</summary>
public sealed class DeadlineEngine(RuleTable rules, WorkingCalendar calendar)
{
    /// <summary>No start event is later: nobody knows the holidays, nor the law, of such days.</summary>
    static readonly DateOnly Horizon = new(2100, 12, 31);

    /// <param name="ruleId">Stable id of the rule.</param>
    /// <param name="start">The day of the start event.</param>
    /// <param name="longer">The condition for the rule's longer limit is established.</param>
    /// <param name="days">Exactly so many days, for limits that an extension decision sets.</param>
    /// <param name="pauses">When the clock stood.</param>
    /// <returns>None when no row of the rule was in force on the day of the start event, or it has no longer limit.</returns>
    public Deadline? Count(string ruleId, DateOnly start, bool longer = false, int? days = null, IReadOnlyList<Pause>? pauses = null)
    {
        if (start > Horizon || rules.Find(ruleId, start) is not { } rule || (longer && rule.Longer is null))
            return null;
        var count = days ?? (longer ? rule.Longer!.Value : rule.Limit);
        var whole =
            count + (pauses ?? []).Sum(pause => rule.Unit is LimitUnit.W ? calendar.WorkingDaysBetween(pause.From, pause.To) : pause.Days);
        var counted = rule switch
        {
            // Rolling "at least so long before" forward would shorten what the law grants, so it stands.
            { Before: true, Unit: LimitUnit.W } => calendar.SubtractWorkingDays(start, count),
            { Before: true } => new CountedDate(start.AddDays(-count), [], calendar.Version),
            { Unit: LimitUnit.W } => calendar.AddWorkingDays(start, whole),
            _ => calendar.AddDays(start, whole),
        };
        return new Deadline
        {
            Rule = rule.Id,
            Article = rule.Article,
            Count = count,
            Unit = rule.Unit,
            Start = start,
            Statutory = rule is { Unit: LimitUnit.D, Before: false } ? start.AddDays(whole) : counted.Due,
            Due = counted.Due,
            Skipped = counted.Skipped,
            CalendarVersion = counted.CalendarVersion,
            RulesVersion = rules.Version,
            Basis =
                days is not null ? LimitBasis.Decided
                : longer ? LimitBasis.Longer
                : LimitBasis.Limit,
            Pauses = pauses ?? [],
        };
    }

    /// <summary>The same limit by the rules and the calendar as they are now; none when no row of its rule is in force on that day any more.</summary>
    /// <param name="pauses">When the clock stood, where that is more than before.</param>
    public Deadline? CountAgain(Deadline counted, IReadOnlyList<Pause>? pauses = null) =>
        Count(
            counted.Rule,
            counted.Start,
            counted.Basis is LimitBasis.Longer,
            counted.Basis is LimitBasis.Decided ? counted.Count : null,
            pauses ?? counted.Pauses
        );

    /// <summary>The row behind a deadline, for its wording.</summary>
    public DeadlineRule? RuleOf(Deadline deadline) => rules.Find(deadline.Rule, deadline.Start);
}
