using System.ComponentModel.DataAnnotations;

namespace DanVan.Directory.Tokens;

/// <summary>How the token endpoint slows down whoever fails (section <c>Tokens:Throttle</c>).</summary>
internal sealed class ThrottleOptions
{
    /// <summary>Failures of one client from one address before the first wait.</summary>
    [Range(1, 1000)]
    public int FreeTries { get; set; } = 5;

    /// <summary>Failures from one address, whatever the client, before the first wait: several clients may share an address.</summary>
    [Range(1, 100_000)]
    public int FreeTriesOfAnAddress { get; set; } = 100;

    /// <summary>The first wait in seconds; each further failure doubles it.</summary>
    [Range(1, 3600)]
    public int FirstWaitSeconds { get; set; } = 1;

    /// <summary>The longest wait in seconds.</summary>
    [Range(1, 86_400)]
    public int LongestWaitSeconds { get; set; } = 300;

    /// <summary>After so many seconds without a failure all are forgotten.</summary>
    [Range(1, 604_800)]
    public int ForgetSeconds { get; set; } = 3600;

    /// <summary>The wait after so many failures.</summary>
    internal TimeSpan WaitAfter(int failures, int free)
    {
        if (failures <= free)
            return TimeSpan.Zero;
        var doublings = Math.Min(failures - free - 1, 30);
        return TimeSpan.FromSeconds(Math.Min((double)FirstWaitSeconds * (1L << doublings), LongestWaitSeconds));
    }
}
