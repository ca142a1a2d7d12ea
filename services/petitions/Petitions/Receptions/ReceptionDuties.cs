namespace DanVan.Petitions.Receptions;

/// <summary>How often the head of a unit must receive citizens, while the rule was in force. The table is <c>duties.json</c>.</summary>
/// <param name="UnitKind">Whose head.</param>
/// <param name="Level">At which level.</param>
/// <param name="Days">So many days at least.</param>
public sealed record ReceptionDuty(
    string Id,
    string Vi,
    string En,
    string UnitKind,
    string Level,
    int Days,
    DutyPeriod Per,
    string Article,
    string Mark,
    DateOnly? From = null,
    DateOnly? To = null
);

public enum DutyPeriod
{
    Week,
    Month,
}

/// <summary>A day on which citizens were received, and by whom.</summary>
public sealed record HeldDay(DateOnly On, ReceivedBy By);

/// <param name="From">The first day that counts.</param>
/// <param name="To">The last one.</param>
/// <param name="Required">Days on which the head was to receive.</param>
/// <param name="ByHead">Days on which the head did.</param>
/// <param name="Delegated">Further days on which somebody did by delegation, which does not do the duty.</param>
public sealed record DutyDone(
    string Rule,
    string Article,
    DateOnly From,
    DateOnly To,
    int Required,
    int ByHead,
    int Delegated,
    bool IsDone
);

/// <summary>The duties to receive through time. Luật TCD Đ12.5, Đ15, Đ18.2; Quy định 11-QĐi/TW with Kết luận 215-KL/TW.</summary>
public sealed class ReceptionDuties(IReadOnlyList<ReceptionDuty> duties)
{
    /// <summary>The table that comes with the service, or the file that an administration puts in its place.</summary>
    public static ReceptionDuties Load(string? path = null) => new(LawTable.Load<List<ReceptionDuty>>("Receptions.duties", path));

    /// <summary>The whole weeks and months between two days, each with what was required and what was done.</summary>
    public IReadOnlyList<DutyDone> Done(string unitKind, string level, DateOnly first, DateOnly last, IReadOnlyList<HeldDay> held) =>
        [
            .. from duty in duties
            where duty.UnitKind == unitKind && duty.Level == level
            from period in Periods(duty, first, last)
            orderby period.First
            select Count(duty, period.First, period.Last, held),
        ];

    static DutyDone Count(ReceptionDuty duty, DateOnly first, DateOnly last, IReadOnlyList<HeldDay> held)
    {
        var days = held.Where(day => first <= day.On && day.On <= last).ToLookup(day => day.On, day => day.By);
        var byHead = days.Count(day => day.Contains(ReceivedBy.Head));
        var delegated = days.Count(day => !day.Contains(ReceivedBy.Head) && day.Contains(ReceivedBy.Delegate));
        return new(duty.Id, duty.Article, first, last, duty.Days, byHead, delegated, byHead >= duty.Days);
    }

    // Only periods that lie within both the question and the life of the rule: half a month owes nobody half a day.
    static IEnumerable<(DateOnly First, DateOnly Last)> Periods(ReceptionDuty duty, DateOnly from, DateOnly to)
    {
        if (duty.From > from)
            from = duty.From.Value;
        if (duty.To < to)
            to = duty.To.Value;
        var first = duty.Per is DutyPeriod.Month ? new DateOnly(from.Year, from.Month, 1) : from.AddDays(-(((int)from.DayOfWeek + 6) % 7));
        for (; first <= to; first = Next(duty.Per, first))
            if (Next(duty.Per, first).AddDays(-1) is var last && first >= from && last <= to)
                yield return (first, last);
    }

    static DateOnly Next(DutyPeriod per, DateOnly first) => per is DutyPeriod.Month ? first.AddMonths(1) : first.AddDays(7);
}
