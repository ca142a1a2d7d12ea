namespace DanVan.Subscriptions.Delivery;

/// <summary>When to try again.</summary>
static class RetrySchedule
{
    static readonly TimeSpan LongestAsked = TimeSpan.FromHours(24);

    /// <param name="waits">The waits between attempts.</param>
    /// <param name="failures">Failed attempts so far, at least 1.</param>
    /// <param name="asked">What Retry-After said: never sooner than that, and never longer than a day on its account.</param>
    /// <param name="jitter">From 0 to 1: spreads those who failed together over the fifth before and behind the wait.</param>
    /// <returns>Null when the attempts are used up.</returns>
    public static TimeSpan? Next(IReadOnlyList<TimeSpan> waits, int failures, TimeSpan? asked, double jitter)
    {
        if (failures > waits.Count)
            return null;
        var wait = waits[failures - 1] * (0.8 + 0.4 * jitter);
        return asked is { } least && least > wait ? (least < LongestAsked ? least : LongestAsked) : wait;
    }
}
