namespace DanVan.Directory.Client;

/// <summary>A day that differs from the plain week of Monday to Friday.</summary>
/// <param name="Date">The day, in Asia/Ho_Chi_Minh.</param>
/// <param name="Type">Why it differs.</param>
/// <param name="Name">What is celebrated or swapped, in Vietnamese.</param>
/// <param name="Decision">The provision or decision; null where it is not known.</param>
/// <param name="Version">Version of the calendar in which the day was last changed.</param>
/// <param name="Enabled">A disabled day is recorded and does not count: not yet enacted, or not verified.</param>
public sealed record CalendarDay(DateOnly Date, DayType Type, string Name, string? Decision, int Version, bool Enabled);
