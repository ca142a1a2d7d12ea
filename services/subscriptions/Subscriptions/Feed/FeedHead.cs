using Microsoft.EntityFrameworkCore;

namespace DanVan.Subscriptions.Feed;

/// <summary>How far the feed has come: everything up to the position is visible, in every transaction that reads this.</summary>
sealed record FeedHead(Guid Epoch, long Position)
{
    public static Task<FeedHead> Read(SubscriptionsDb db, CancellationToken ct) =>
        db.Database.SqlQuery<FeedHead>($"""select epoch as "Epoch", position as "Position" from feed_head""").SingleAsync(ct);
}
