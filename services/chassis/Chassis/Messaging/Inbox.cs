using DanVan.Chassis.Messaging;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Chassis;

/// <summary>For effects that are not idempotent by nature.</summary>
public static class Inbox
{
    /// <summary>
    /// True when <paramref name="reaction"/> meets the event for the first time. Call it inside a transaction, before the effect: the mark and the effect
    /// commit together, and a concurrent duplicate waits for that commit and then gets false. A duplicate is done, not failed: just return.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction is open, so that the mark could outlive a failed effect.</exception>
    public static async Task<bool> FirstTime(this ServiceDb db, EventEnvelope envelope, string reaction, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("Open a transaction first: the mark and the effect commit together");
        return await db.Database.ExecuteSqlAsync(
                $"insert into chassis.inbox (reaction, event) values ({reaction}, {envelope.Id}) on conflict do nothing",
                ct
            ) == 1;
    }
}
