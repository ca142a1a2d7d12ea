using System.ComponentModel.DataAnnotations;

namespace DanVan.Petitions.Clearances;

/// <summary>
/// When questions of awards are answered: section <c>Clearance</c>. All answers leave at these times, CLEAR and HOLD alike, and changes with them: who reads
/// them learns on which day something began or ended, never at what hour, nor what.
/// </summary>
public sealed class ClearanceOptions
{
    // A Monday, so that a rhythm of a week begins with it.
    static readonly DateTimeOffset Beginning = new(2000, 1, 3, 0, 0, 0, TimeSpan.FromHours(7));

    /// <summary>The time of day, in Vietnam.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "23:59:59")]
    public TimeSpan At { get; init; } = TimeSpan.FromHours(6);

    /// <summary>How far apart the times are.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "31.00:00:00")]
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>How often it is looked whether it is time.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan LookEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The last of those times that has come.</summary>
    public DateTimeOffset LastBatch(DateTimeOffset now)
    {
        var first = Beginning + At;
        return (first + (Math.Floor((now - first) / Every) * Every)).ToUniversalTime();
    }
}
