namespace DanVan.Chassis.Journal;

/// <summary>Which tags are confirmed; one batch waits at a time. The broker confirms singly or many at once, and not always in order.</summary>
sealed class Confirms
{
    readonly Lock gate = new();
    readonly SortedSet<ulong> outOfOrder = [];
    ulong confirmedUpTo;
    (ulong To, TaskCompletionSource Done)? waiting;
    string? failure;

    /// <summary>Done when every message up to this tag is confirmed, which may be before anybody waits; fails when the channel does.</summary>
    public Task Up(ulong to)
    {
        lock (gate)
        {
            if (failure is not null)
                return Task.FromException(new IOException(failure));
            if (confirmedUpTo >= to)
                return Task.CompletedTask;
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting = (to, done);
            return done.Task;
        }
    }

    public Task Confirmed(ulong tag, bool multiple)
    {
        lock (gate)
        {
            if (!multiple)
                outOfOrder.Add(tag);
            else if (tag > confirmedUpTo)
            {
                confirmedUpTo = tag;
                outOfOrder.RemoveWhere(other => other <= tag);
            }
            while (outOfOrder.Remove(confirmedUpTo + 1))
                confirmedUpTo++;
            if (waiting is { } batch && confirmedUpTo >= batch.To)
                batch.Done.TrySetResult();
        }
        return Task.CompletedTask;
    }

    public Task Failed(string reason)
    {
        lock (gate)
        {
            failure ??= reason;
            waiting?.Done.TrySetException(new IOException(reason));
        }
        return Task.CompletedTask;
    }
}
