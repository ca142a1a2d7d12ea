namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// Days of the working calendar (lịch làm việc) were set. Only the changed days are carried; each day is guarded by its own version, so the events of the
/// calendar may be applied in any order. Who computed a date from an older version computes it again.
/// </summary>
/// <param name="CalendarId">The calendar; there is one.</param>
/// <param name="CalendarVersion">Version of the calendar after the change.</param>
/// <param name="Days">The days that changed, with their state after the change.</param>
public sealed record CalendarChanged(Guid CalendarId, int CalendarVersion, IReadOnlyList<ChangedDay> Days);

/// <summary>A day that differs from the plain week of Monday to Friday.</summary>
/// <param name="Date">The day.</param>
/// <param name="Type">HOLIDAY, COMPENSATORY or SWAPPED_OFF (off), SWAPPED_WORK (a weekend day that is worked).</param>
/// <param name="Name">What is celebrated or swapped, in Vietnamese.</param>
/// <param name="Decision">The provision or decision that makes it so; null where it is not known.</param>
/// <param name="Version">Version of the calendar in which the day was last changed.</param>
/// <param name="Enabled">False for a day that is recorded but does not count: not yet enacted, or not verified.</param>
public sealed record ChangedDay(DateOnly Date, string Type, string Name, string? Decision, int Version, bool Enabled);
