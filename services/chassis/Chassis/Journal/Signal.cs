namespace DanVan.Chassis.Journal;

/// <summary>Wakes one waiter; a set while nobody waits is kept, several are one.</summary>
abstract class Signal
{
    volatile TaskCompletionSource source = New();

    public void Set() => source.TrySetResult();

    /// <summary>Waits for a set, at most as long as the safety poll. Look for work after it: what was set until then is taken back.</summary>
    public async Task Wait(TimeSpan atMost, CancellationToken ct)
    {
        await source.Task.WaitAsync(atMost, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ct.ThrowIfCancellationRequested();
        source = New();
    }

    static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}

/// <summary>Something was committed to the outbox.</summary>
sealed class OutboxSignal : Signal;

/// <summary>Something was added to the journal.</summary>
sealed class JournalSignal : Signal;
