using Npgsql;

namespace DanVan.Subscriptions.Feed;

/// <summary>
/// Wakes the readers that wait for the feed to grow: at once when this process has recorded events, within half a second when another
/// replica has.
/// </summary>
sealed class FeedGrowth(NpgsqlDataSource database, TimeProvider clock, ILogger<FeedGrowth> log) : BackgroundService
{
    TaskCompletionSource next = Fresh();

    /// <summary>Ends with the next growth. Take it before looking into the feed, so that nothing falls between the look and the wait.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Announce() => Interlocked.Exchange(ref next, Fresh()).TrySetResult();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var ticks = new PeriodicTimer(TimeSpan.FromMilliseconds(500), clock);
        await using var head = database.CreateCommand("select position from feed_head");
        long? known = null;
        while (await ticks.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                var now = (long)(await head.ExecuteScalarAsync(stoppingToken))!;
                if (now != known)
                    Announce();
                known = now;
            }
            catch (NpgsqlException e)
            {
                log.LogWarning("The feed cannot be watched now: {Reason}", e.Message);
            }
        }
    }

    static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
