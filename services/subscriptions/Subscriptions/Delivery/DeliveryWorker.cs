using DanVan.Chassis;
using DanVan.Subscriptions.Contracts.V1;
using DanVan.Subscriptions.Feed;
using DanVan.Subscriptions.Webhooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Subscriptions.Delivery;

/// <summary>
/// Serves the subscriptions that have events waiting, many at once and each by itself: a receiver that hangs holds up nobody else.
/// </summary>
sealed class DeliveryWorker(
    Progress progress,
    Turn turn,
    FeedGrowth growth,
    IServiceScopeFactory scopes,
    IOptions<WebhookOptions> options,
    TimeProvider clock,
    ILogger<DeliveryWorker> log
) : BackgroundService
{
    static readonly TimeSpan LongestIdle = TimeSpan.FromSeconds(1);
    readonly HashSet<Task> running = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var grown = growth.Next;
                running.RemoveWhere(x => x.IsCompleted);
                if (!await TakeTurns(stoppingToken))
                    await Task.WhenAny([grown, Task.Delay(LongestIdle, clock, stoppingToken), .. running]);
            }
        }
        finally
        {
            // What is being sent at this moment is finished and written down, so that nobody sends it again.
            await Task.WhenAll(running);
        }
    }

    /// <returns>Whether there was anything to begin.</returns>
    async Task<bool> TakeTurns(CancellationToken ct)
    {
        try
        {
            var due = await progress.TakeDue(options.Value.Concurrency - running.Count, ct);
            running.UnionWith(due.Select(x => Serve(x, ct)));
            return due.Count > 0;
        }
        catch (NpgsqlException e)
        {
            log.LogWarning("The due subscriptions cannot be read now: {Reason}", e.Message);
            return false;
        }
    }

    async Task Serve(DueSubscription subscription, CancellationToken ct)
    {
        try
        {
            var result = await turn.Run(subscription, ct);
            if (result.Stop is { } reason)
                await Stop(subscription.Id, reason);
            await progress.Save(subscription, result, CancellationToken.None);
        }
        catch (Exception e) when (e is NpgsqlException or DbUpdateException or System.Security.Cryptography.CryptographicException)
        {
            // The lease runs out by itself, and then the same events are sent again under the same ids.
            log.LogError(e, "The turn of subscription {Subscription} is not written down", subscription.Id);
        }
    }

    async Task Stop(Guid id, string reason)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<SubscriptionsDb>();
        if (await db.Subscriptions.SingleOrDefaultAsync(x => x.Id == id) is not { } subscription)
            return;
        subscription.Stop(reason);
        db.Announce(subscription, new SubscriptionStopped(id, reason));
        await db.SaveChangesAsync();
    }
}
