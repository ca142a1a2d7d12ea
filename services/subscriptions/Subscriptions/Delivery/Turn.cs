using System.Diagnostics;
using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Subscriptions.Feed;
using DanVan.Subscriptions.Webhooks;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Subscriptions.Delivery;

/// <summary>
/// One turn of one subscription: its next events, one after the other in the order of the feed, until there are none, one is not taken,
/// or the turn has lasted long enough.
/// </summary>
sealed class Turn(WebhookSender sender, NpgsqlDataSource database, IOptions<WebhookOptions> options, TimeProvider clock)
{
    const int MostEvents = 200;
    static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    public async Task<TurnResult> Run(DueSubscription subscription, CancellationToken ct)
    {
        var started = Stopwatch.GetTimestamp();
        var (position, failures) = (subscription.Position, subscription.Failures);
        var attempts = new List<Attempt>();
        var (events, seen) = await Read(subscription, ct);
        foreach (var (place, id, type, text) in events)
        {
            if (Stopwatch.GetElapsedTime(started) > LongEnough || ct.IsCancellationRequested)
                return new(position, failures, TimeSpan.Zero, null, attempts);
            var (at, began) = (clock.GetUtcNow(), Stopwatch.GetTimestamp());
            var answer = await sender.Send(subscription, id, text, CancellationToken.None);
            attempts.Add(new(id, type, failures + 1, at, (int)Stopwatch.GetElapsedTime(began).TotalMilliseconds, answer));
            if (!answer.Taken)
                return Failed(answer, position, failures + 1, attempts);
            (position, failures) = (place, 0);
        }
        return new(seen, failures, TimeSpan.Zero, null, attempts);
    }

    TurnResult Failed(Answer answer, long position, int failures, List<Attempt> attempts)
    {
        if (answer.Gone)
            return new(position, failures, TimeSpan.Zero, "GONE", attempts);
        return RetrySchedule.Next(options.Value.Waits, failures, answer.RetryAfter, Random.Shared.NextDouble()) is { } wait
            ? new(position, failures, wait, null, attempts)
            : new(position, failures, TimeSpan.Zero, "UNREACHABLE", attempts);
    }

    async Task<(List<(long Place, Guid Id, string Type, string Text)> Events, long Seen)> Read(
        DueSubscription subscription,
        CancellationToken ct
    )
    {
        Guid? unit = subscription.UnitId == RootUnit.Id ? null : subscription.UnitId;
        var page = new FeedPage(subscription.Position, MostEvents, TypeFilter.ToLike(subscription.Types), unit, clock.Today());
        var events = new List<(long, Guid, string, string)>();
        await using var head = database.CreateCommand("select position from feed_head");
        var end = (long)(await head.ExecuteScalarAsync(ct))!;
        await using var command = page.AsRows(database);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            events.Add((reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetString(3)));
        return (events, page.Seen(end, events.Count == 0 ? null : events[^1].Item1, events.Count));
    }
}
