using System.ComponentModel.DataAnnotations;

namespace DanVan.Reporting.Reminders;

/// <summary>When units are reminded of the reports that they owe: section <c>Reminders</c>.</summary>
sealed class ReminderOptions
{
    /// <summary>So many days before the day by which a report is sent, or later where nobody looked; 0: on that day only.</summary>
    [Range(0, 366)]
    public int DaysBefore { get; init; } = 3;

    /// <summary>
    /// A report is told to be overdue on the first day after that day, or on one of so many days where nobody looked: what was owed long before is not brought up
    /// by a new installation.
    /// </summary>
    [Range(1, 366)]
    public int DaysAfter { get; init; } = 7;

    /// <summary>How often is looked.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "1.00:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(10);
}
