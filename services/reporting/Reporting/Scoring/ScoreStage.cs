using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Reporting.Periods;

namespace DanVan.Reporting.Scoring;

/// <summary>A step in the scoring of a year.</summary>
public enum ScoreStage
{
    /// <summary>Units score themselves (tự chấm điểm).</summary>
    SelfScore,

    /// <summary>What they sent is put together (tổng hợp).</summary>
    Consolidation,

    /// <summary>Their points are reviewed and decided on (thẩm định, quyết định).</summary>
    Review,
}

/// <summary>When a step is taken.</summary>
/// <param name="From">Its first day, written MM-DD; next-MM-DD is in the year after the one that is scored.</param>
/// <param name="To">Its last day, written alike; MM-end is the last day of a month.</param>
public sealed record StageRule(ScoreStage Stage, string From, string To)
{
    /// <summary>Its days for the scoring of a year.</summary>
    public StageDays In(int year) => new(Stage, YearDay.In(year, From), YearDay.In(year, To));
}

/// <summary>The days of a step, both among them.</summary>
public sealed record StageDays(ScoreStage Stage, DateOnly From, DateOnly To)
{
    /// <summary>
    /// Why the step is not taken yet; null when it is. Nothing is done before its first day: the year has not been lived yet. What comes after its last day is late,
    /// told so, and stands: the text knocks out a unit that does not score itself, and names nothing for one that does so late.
    /// </summary>
    public Rejection? Refuses(DateOnly today) =>
        today < From
            ? new("reporting.stage-not-begun", $"Bước này bắt đầu từ ngày {From:dd/MM/yyyy}.", $"This step begins on {From:yyyy-MM-dd}.")
            : null;

    /// <summary>Whether the last day has passed.</summary>
    public bool IsOver(DateOnly today) => To < today;
}
