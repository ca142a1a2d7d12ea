using System.ComponentModel.DataAnnotations;

namespace DanVan.Chassis.Journal;

/// <summary>Configuration section <c>Relay</c>.</summary>
public sealed class RelayOptions
{
    /// <summary>Rows moved or published at once, 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int Batch { get; set; } = 1_000;

    /// <summary>How long after a move the next one waits, so that a busy outbox moves in batches and not row by row.</summary>
    public TimeSpan Linger { get; set; } = TimeSpan.FromMilliseconds(1);

    /// <summary>The same where several events came together.</summary>
    public TimeSpan BusyLinger { get; set; } = TimeSpan.FromMilliseconds(5);

    /// <summary>How long a checkpoint may stay behind what is confirmed while events only trickle: what a crash then repeats.</summary>
    public TimeSpan CheckpointEvery { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The safety net under the in-process wake-up.</summary>
    public TimeSpan Poll { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long a batch may wait for its confirms before its connection is cut and the batch goes again.</summary>
    public TimeSpan ConfirmDeadline { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>How often a standby asks for the lock, and how long a leader waits after a failure.</summary>
    public TimeSpan Standby { get; set; } = TimeSpan.FromSeconds(2);
}
