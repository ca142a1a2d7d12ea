namespace DanVan.Directory.Client;

/// <summary>A date that was counted, with what the count passed over.</summary>
/// <param name="Due">The last day of the limit; it runs until 24:00 (Bộ luật Dân sự 2015, Điều 148.6).</param>
/// <param name="Skipped">
/// In a count of working days: every day passed over. In a count of calendar days: the days by which the end moved on because they are not worked.
/// </param>
/// <param name="CalendarVersion">Version of the calendar that was used: a later one may give another date.</param>
public sealed record CountedDate(DateOnly Due, IReadOnlyList<SkippedDay> Skipped, int CalendarVersion);

/// <summary>A day that is not worked, and why.</summary>
/// <param name="Date">The day.</param>
/// <param name="Type">HOLIDAY, COMPENSATORY, SWAPPED_OFF, or WEEKEND.</param>
/// <param name="Vi">The reason in Vietnamese.</param>
/// <param name="En">The reason in English.</param>
/// <param name="Decision">The provision or decision; null for a weekend or where it is not known.</param>
public sealed record SkippedDay(DateOnly Date, string Type, string Vi, string En, string? Decision);
