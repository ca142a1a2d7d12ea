using System.Threading.RateLimiting;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Petitions.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Open311;

/// <summary>
/// Counts what a client and an address have sent, in the database, for all instances together, and finds what looks like abuse. One request of a client is
/// counted at a time: a thousand at once would otherwise all be looked at before the first is counted.
/// </summary>
public sealed class IntakeQuota(
    PetitionsDb db,
    ReceiptBook book,
    CallerAddress addresses,
    IOptions<Open311Options> options,
    PartitionedRateLimiter<string> turns,
    TimeProvider clock
)
{
    /// <summary>A client's requests wait here for their turn and not with a connection each: a flood of one client would leave none to the others.</summary>
    public static PartitionedRateLimiter<string> Turns() =>
        PartitionedRateLimiter.Create<string, string>(client =>
            RateLimitPartition.GetConcurrencyLimiter(client, _ => new() { PermitLimit = 1, QueueLimit = 100 })
        );

    /// <summary>Either how long to wait, or what the request is to be held for; then it is counted, at once, so that no sender's requests wait for each other's intake, or with what it enters where that has a transaction.</summary>
    public async Task<(TimeSpan? Wait, IReadOnlyList<HoldReason> HeldFor)> Count(
        string client,
        HttpContext http,
        string text,
        CancellationToken ct
    )
    {
        var set = options.Value;
        var now = clock.GetUtcNow();
        var (window, sameText) = (now - set.Window, now - set.SameText);
        byte[] sender = book.CounterOf($"intake of {client}"),
            address = book.CounterOf($"intake from {addresses.Of(http)}"),
            content = book.CounterOf($"intake text {Folded(text)}");
        // Whoever comes with an Idempotency-Key has a transaction, and so a connection, already: it is asked to come again and does not wait with it.
        var hasTransaction = db.Database.CurrentTransaction is not null;
        using var turn = hasTransaction ? turns.AttemptAcquire(client) : await turns.AcquireAsync(client, 1, ct);
        if (!turn.IsAcquired)
            return (TimeSpan.FromSeconds(1), []);
        await using var counting = hasTransaction ? null : await db.Database.BeginTransactionAsync(ct);
        // The client's first, then the address': in one order nobody waits for each other in a circle.
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({BitConverter.ToInt64(sender)})", ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({BitConverter.ToInt64(address)})", ct);
        var seen = await db
            .Database.SqlQuery<Seen>(
                $"""
                select (select count(*)::int from recent_intakes where sender = {sender} and at > {window}) as "OfSender",
                    (select min(at) from recent_intakes where sender = {sender} and at > {window}) as "SenderSince",
                    (select count(*)::int from recent_intakes where address = {address} and at > {window}) as "OfAddress",
                    (select min(at) from recent_intakes where address = {address} and at > {window}) as "AddressSince",
                    exists (select from recent_intakes where content = {content} and at > {sameText}) as "SameText"
                """
            )
            .SingleAsync(ct);
        if (seen.OfSender >= set.RequestsOfAClient)
            return (seen.SenderSince!.Value + set.Window - now, []);
        if (seen.OfAddress >= set.RequestsOfAnAddress)
            return (seen.AddressSince!.Value + set.Window - now, []);
        // What is counted no more goes with the next request: who fills the table also empties it.
        await db.Database.ExecuteSqlAsync(
            $"""
            with forgotten as (
                delete from recent_intakes where id in (
                    select id from recent_intakes where at <= {(window < sameText ? window : sameText)} limit 10 for update skip locked)
            )
            insert into recent_intakes (at, sender, address, content) values ({now}, {sender}, {address}, {content})
            """,
            ct
        );
        if (counting is not null)
            await counting.CommitAsync(ct);
        return (null, Suspicions(seen, set, text));
    }

    static List<HoldReason> Suspicions(Seen seen, Open311Options set, string text)
    {
        var reasons = new List<HoldReason>();
        if (IsNear(seen.OfSender + 1, set.RequestsOfAClient) || IsNear(seen.OfAddress + 1, set.RequestsOfAnAddress))
            reasons.Add(HoldReason.NearQuota);
        if (seen.SameText)
            reasons.Add(HoldReason.SameText);
        if (HasLink(text))
            reasons.Add(HoldReason.Links);
        return reasons;

        bool IsNear(int count, int quota) => count * 100L > (long)quota * set.HoldFromPercent;
    }

    internal static bool HasLink(string text) =>
        text.Contains("://", StringComparison.Ordinal) || text.Contains("www.", StringComparison.OrdinalIgnoreCase);

    /// <summary>Without case, tones, spaces and punctuation: the same text is easily sent a little otherwise.</summary>
    internal static string Folded(string text) => string.Concat(Spelling.Fold(text).Where(char.IsLetterOrDigit));

    sealed record Seen(int OfSender, DateTimeOffset? SenderSince, int OfAddress, DateTimeOffset? AddressSince, bool SameText);
}
