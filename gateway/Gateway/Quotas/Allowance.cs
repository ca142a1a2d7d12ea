using System.Diagnostics;

namespace DanVan.Gateway.Quotas;

/// <summary>
/// What one client may still send: a token bucket kept as one number (GCRA), the moment at which the bucket is full again.
/// Taking is one compare-and-swap: no lock, no timer, nothing allocated.
/// </summary>
sealed class Allowance(QuotaClass quota)
{
    long fullAt;

    public QuotaClass Class => quota;

    public Grant Take(long now)
    {
        while (true)
        {
            var seen = Volatile.Read(ref fullAt);
            var next = Math.Max(seen, now) + quota.Interval;
            var missing = next - now;
            if (missing > quota.Window)
                return new(false, 0, Seconds(seen - now), Seconds(missing - quota.Window));
            if (Interlocked.CompareExchange(ref fullAt, next, seen) == seen)
                return new(true, (int)((quota.Window - missing) / quota.Interval), Seconds(missing), 0);
        }
    }

    /// <summary>A full bucket is worth no memory: a new one is the same.</summary>
    public bool IsFull(long now) => Volatile.Read(ref fullAt) <= now;

    static int Seconds(long ticks) => (int)((ticks + Stopwatch.Frequency - 1) / Stopwatch.Frequency);
}

/// <summary>The answer to one request: how many are left, when all are back, and when to try again.</summary>
readonly record struct Grant(bool Allowed, int Remaining, int SecondsToFull, int RetryAfterSeconds);
