namespace DanVan.Chassis.Journal;

/// <summary>What the relay of this process is doing; read by health and metrics.</summary>
public sealed class RelayState(TimeProvider clock)
{
    long lastStep = clock.GetTimestamp();

    /// <summary>This process holds the relay's lock.</summary>
    public bool IsLeader { get; internal set; }

    /// <summary>Last number given by the sequencer.</summary>
    public long Sequenced { get; internal set; }

    /// <summary>Last number that the broker has confirmed.</summary>
    public long Published { get; internal set; }

    /// <summary>Why the last attempt to publish failed, or null when it did not.</summary>
    public string? BrokerFailure { get; internal set; }

    /// <summary>Age of the oldest event that is in the journal and not confirmed, zero when all are.</summary>
    public TimeSpan OldestPending => Pending == 0 || OldestPendingTime is not { } time ? TimeSpan.Zero : clock.GetUtcNow() - time;

    /// <summary>Events in the journal that the broker has not confirmed.</summary>
    public long Pending => Math.Max(0, Sequenced - Published);

    /// <summary>
    /// Since when neither loop has finished a step, failed ones included. A relay that waits for ever on a call that never answers shows here, and only here.
    /// </summary>
    public TimeSpan SinceLastStep => clock.GetElapsedTime(Volatile.Read(ref lastStep));

    internal DateTimeOffset? OldestPendingTime { get; set; }

    internal void Step() => Volatile.Write(ref lastStep, clock.GetTimestamp());
}
