using System.Diagnostics;

namespace DanVan.Gateway.Quotas;

/// <summary>A class of clients: <c>Requests</c> in each <c>Window</c>, in ticks of <see cref="Stopwatch"/>.</summary>
sealed class QuotaClass
{
    public QuotaClass(string name, QuotaLimit limit, int replicas)
    {
        Requests = limit.Requests / replicas;
        Interval = Math.Max(1, limit.Seconds * Stopwatch.Frequency / Requests);
        Window = Interval * Requests;
        Name = name;
        Policy = $"\"{name}\";q={Requests};w={limit.Seconds}";
    }

    public string Name { get; }
    public int Requests { get; }
    public long Interval { get; }
    public long Window { get; }

    /// <summary>The value of <c>RateLimit-Policy</c>.</summary>
    public string Policy { get; }
}
