using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Directory.Tokens;

/// <summary>
/// Lets whoever fails at the token endpoint wait longer each time: by client and address, so that a guesser elsewhere cannot shut a client out, and by address,
/// so that trying many clients is slow too. Kept in the database, so that going to another instance helps nobody; unknown clients are counted like known ones.
/// </summary>
internal sealed class TokenThrottle(IOptions<ThrottleOptions> options, TimeProvider clock)
{
    /// <summary>Who tries, as the keys under which failures are counted.</summary>
    public sealed record Attempt(byte[] Client, byte[] Address)
    {
        public static Attempt By(string login, IPAddress address) => new(Hash($"client\n{address}\n{login}"), Hash($"address\n{address}"));

        private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>How long the attempt has to wait (not at all when nothing speaks against it), and whether the client failed from there before.</summary>
    public async Task<(TimeSpan Wait, bool FailedBefore)> Ask(DirectoryDb db, Attempt attempt, CancellationToken ct)
    {
        byte[][] keys = [attempt.Client, attempt.Address];
        var failures = await db
            .Database.SqlQuery<Failures>($"select key, failures as count, last from token_failures where key = any ({keys})")
            .ToListAsync(ct);
        var (wait, failedBefore) = (TimeSpan.Zero, false);
        foreach (var (key, count, last) in failures)
        {
            var isClient = key.AsSpan().SequenceEqual(attempt.Client);
            var free = isClient ? options.Value.FreeTries : options.Value.FreeTriesOfAnAddress;
            var left = last + options.Value.WaitAfter(count, free) - clock.GetUtcNow();
            (wait, failedBefore) = (left > wait ? left : wait, failedBefore || isClient);
        }
        return (wait, failedBefore);
    }

    /// <summary>Counts a failure.</summary>
    public Task Failed(DirectoryDb db, Attempt attempt, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var forgotten = now.AddSeconds(-options.Value.ForgetSeconds);
        // In the order of the keys, so that two failures at once cannot wait for each other.
        byte[][] keys = [.. ((byte[][])[attempt.Client, attempt.Address]).OrderBy(Convert.ToHexString, StringComparer.Ordinal)];
        return db.Database.ExecuteSqlAsync(
            $"""
            insert into token_failures as known (key, failures, last) select key, 1, {now} from unnest({keys}) key
            on conflict (key) do update set
                failures = case when known.last < {forgotten} then 1 else least(known.failures, 1000000) + 1 end,
                last = excluded.last
            """,
            ct
        );
    }

    /// <summary>Forgets the failures of a client that has shown who it is. Those of its address stay: one good client must not hide a guesser.</summary>
    public static Task Succeeded(DirectoryDb db, Attempt attempt, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"delete from token_failures where key = {attempt.Client}", ct);

    /// <summary>Removes failures that are forgotten.</summary>
    public Task Forget(DirectoryDb db, CancellationToken ct)
    {
        var forgotten = clock.GetUtcNow().AddSeconds(-options.Value.ForgetSeconds - options.Value.LongestWaitSeconds);
        return db.Database.ExecuteSqlAsync($"delete from token_failures where last < {forgotten}", ct);
    }

    private sealed record Failures(byte[] Key, int Count, DateTimeOffset Last);
}
