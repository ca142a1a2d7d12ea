namespace DanVan.Petitions.Deadlines;

/// <summary>A time in which the clock stood (tạm đình chỉ): it counts again from the day of the decision to resume (Luật Tố cáo Đ34; NĐ 155/2026 Đ28b.2).</summary>
/// <param name="From">The day of the decision to suspend, the last one that counted.</param>
/// <param name="To">The day of the decision to resume, the last one that does not count.</param>
public sealed record Pause(DateOnly From, DateOnly To)
{
    /// <summary>Calendar days that did not count.</summary>
    public int Days => To.DayNumber - From.DayNumber;
}
