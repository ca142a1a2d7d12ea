using DanVan.Directory.Client;

namespace DanVan.Directory.Calendar;

/// <summary>A day that differs from the plain week.</summary>
/// <param name="Date">The day.</param>
/// <param name="Type">Why it differs.</param>
/// <param name="Name">What is celebrated or swapped.</param>
/// <param name="Decision">The provision or decision, where it is known.</param>
/// <param name="Version">Version of the calendar in which it was last changed.</param>
/// <param name="Enabled">False: recorded, and not counted.</param>
public sealed record DayView(DateOnly Date, DayType Type, string Name, string? Decision, int Version, bool Enabled)
{
    internal static DayView Of(NationalDay day) => new(day.Date, day.Type, day.Name, day.Decision, day.Version, day.Enabled);
}
