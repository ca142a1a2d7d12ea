namespace DanVan.Reporting.Duties;

/// <summary>Which of the reports that a subtree owes for a period are there, and whether they came in time.</summary>
/// <param name="Expected">Units that owe it, as the tree stood on the last day of the period.</param>
/// <param name="Received">Of these: sent at least once.</param>
/// <param name="OnTime">Of these: by the day the regime names, or it names none.</param>
/// <param name="Late">Of these: after it.</param>
/// <param name="Missing">Not sent, and the day has passed.</param>
/// <param name="NotYetDue">Not sent, and there is time.</param>
public sealed record Completeness(int Expected, int Received, int OnTime, int Late, int Missing, int NotYetDue)
{
    public static Completeness Of(IReadOnlyCollection<Duty> duties)
    {
        var (onTime, late) = (Count(DutyStatus.OnTime), Count(DutyStatus.Late));
        return new(duties.Count, onTime + late, onTime, late, Count(DutyStatus.Missing), Count(DutyStatus.NotYetDue));

        int Count(DutyStatus status) => duties.Count(duty => duty.Status == status);
    }
}

/// <summary>What one unit owes for a period.</summary>
/// <param name="DueOn">The day by which it is sent; none where the regime names none.</param>
/// <param name="SentOn">The day on which it was sent first.</param>
/// <param name="ReportId">The report, when it was opened.</param>
/// <param name="OpenUntil">The last day before the period locks; none when it never does.</param>
public sealed record Duty(Guid UnitId, DutyStatus Status, DateOnly? DueOn, DateOnly? SentOn, Guid? ReportId, DateOnly? OpenUntil)
{
    /// <param name="sent">Its report for the period; none when nobody has opened one.</param>
    internal static Duty Of(Guid unit, DateOnly? dueOn, DateOnly? openUntil, Sent? sent, DateOnly today)
    {
        var status = (sent?.FirstSentOn, dueOn) switch
        {
            (null, { } last) when last < today => DutyStatus.Missing,
            (null, _) => DutyStatus.NotYetDue,
            ({ } sentOn, { } last) when sentOn > last => DutyStatus.Late,
            _ => DutyStatus.OnTime,
        };
        return new(unit, status, dueOn, sent?.FirstSentOn, sent?.Id, openUntil);
    }
}

/// <summary>How it stands with a report that is owed.</summary>
public enum DutyStatus
{
    OnTime,
    Late,
    Missing,
    NotYetDue,
}

/// <summary>A report of a unit for the period, as far as duties look at it.</summary>
sealed record Sent(Guid Id, Guid UnitId, DateOnly? FirstSentOn);
