namespace DanVan.Reporting.Periods;

/// <summary>Days by which reports of a period are sent, by the level of the sending unit; null: every level that is not named.</summary>
public static class SendingDays
{
    /// <summary>The day of a level; null where none is named.</summary>
    public static DateOnly? Of(this IReadOnlyList<(string? Level, DateOnly Day)> days, string level) =>
        days.Where(one => one.Level == level)
            .Concat(days.Where(one => one.Level is null))
            .Select(one => (DateOnly?)one.Day)
            .FirstOrDefault();
}
