using System.Globalization;
using DanVan.Chassis.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Petitions.Receipts;

/// <summary>
/// Lets in who has a code and its PIN. A wrong code, a wrong PIN, a petition that is gone: the same answer after the same work, so nobody learns which codes there
/// are. Failures are counted in the database, for all instances together, by code and by address; who is right writes nothing.
/// </summary>
/// <remarks>
/// Only a code whose check letter fails is told apart, before anything is looked up: that much anybody can compute. While a code or an address waits, everybody is
/// told to wait, right or wrong, since an answer to the right one would be an answer. One try of a code runs at a time, in all instances: a thousand at once
/// would otherwise all be looked at before the first is counted.
/// </remarks>
public sealed class ReceiptDesk(
    PetitionsDb db,
    ReceiptBook book,
    CallerAddress addresses,
    IOptions<ReceiptOptions> options,
    TimeProvider clock
)
{
    /// <summary>The petition behind a code and PIN, or the refusal.</summary>
    public async Task<(Petition? Petition, ProblemHttpResult? Refused)> Open(
        string written,
        string pin,
        HttpContext http,
        CancellationToken ct
    )
    {
        http.Response.Headers.CacheControl = "no-store";
        if (TrackingCode.Parse(written) is not { } code)
            return (null, Problems.Invalid("code", Mistyped.Vi, Mistyped.En));

        // In one order, so that two failures at once cannot wait for each other.
        byte[] ofCode = book.CounterOf($"code {code}"),
            ofAddress = book.CounterOf($"address {addresses.Of(http)}");
        var window = TimeSpan.FromMinutes(options.Value.FailureMinutes);
        var now = clock.GetUtcNow();

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var found = await Look(transaction, code, ofCode, ofAddress, now - window, ct);
        if (!found.Mine)
            return (null, Wait(http, TimeSpan.FromSeconds(1)));
        if (found.WaitsSince is { } since)
            return (null, Wait(http, since + window - now));
        if (!book.IsRight(found.KeyId, found.PinHash, code, pin))
        {
            await Failed(ofCode, ofAddress, now, now - window, ct);
            await transaction.CommitAsync(CancellationToken.None);
            return (null, Refused.UnknownReceipt.ToProblem());
        }
        await transaction.RollbackAsync(ct);
        var petition = await db.Petitions.Include(p => p.Deadlines).SingleOrDefaultAsync(p => p.Id == found.PetitionId, ct);
        return petition is null ? (null, Refused.UnknownReceipt.ToProblem()) : (petition, null);
    }

    sealed record Found(bool Mine, DateTimeOffset? WaitsSince, Guid? PetitionId, string? KeyId, byte[]? PinHash);

    async Task<Found> Look(
        IDbContextTransaction transaction,
        string code,
        byte[] ofCode,
        byte[] ofAddress,
        DateTimeOffset windowStart,
        CancellationToken ct
    )
    {
        // Two statements in one round trip: the second takes its snapshot after the lock, so it sees what the try before this one counted.
        var npgsql = (NpgsqlTransaction)transaction.GetDbTransaction();
        await using var batch = new NpgsqlBatch(npgsql.Connection, npgsql)
        {
            BatchCommands =
            {
                new("select pg_try_advisory_xact_lock($1)") { Parameters = { Value(BitConverter.ToInt64(ofCode)) } },
                new(
                    """
                    select (select max(since) from receipt_failures
                            where since > $4 and (key = $2 and failures >= $5 or key = $3 and failures >= $6)),
                        r.petition_id, r.key_id, r.pin_hash
                    from (select) one left join receipts r on r.code_hash = any ($1)
                    """
                )
                {
                    Parameters =
                    {
                        Value(book.HashesOf(code)),
                        Value(ofCode),
                        Value(ofAddress),
                        Value(windowStart),
                        Value(options.Value.FailuresOfACode),
                        Value(options.Value.FailuresOfAnAddress),
                    },
                },
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        var mine = reader.GetBoolean(0);
        await reader.NextResultAsync(ct);
        await reader.ReadAsync(ct);
        return new(
            mine,
            reader.IsDBNull(0) ? null : reader.GetFieldValue<DateTimeOffset>(0),
            reader.IsDBNull(1) ? null : reader.GetGuid(1),
            reader.IsDBNull(1) ? null : reader.GetString(2),
            reader.IsDBNull(1) ? null : reader.GetFieldValue<byte[]>(3)
        );
    }

    // What is forgotten goes with the next failure, a few rows at a time: who fills the table also empties it.
    async Task Failed(byte[] ofCode, byte[] ofAddress, DateTimeOffset now, DateTimeOffset windowStart, CancellationToken ct)
    {
        byte[][] keys = [.. ((byte[][])[ofCode, ofAddress]).OrderBy(Convert.ToHexString, StringComparer.Ordinal)];
        await db.Database.ExecuteSqlAsync(
            $"""
            with forgotten as (
                delete from receipt_failures where key in (
                    select key from receipt_failures where since <= {windowStart} and key <> all ({keys}) limit 10 for update skip locked)
            )
            insert into receipt_failures as known (key, failures, since) select key, 1, {now} from unnest({keys}) key
            on conflict (key) do update set
                failures = case when known.since <= {windowStart} then 1 else known.failures + 1 end,
                since = case when known.since <= {windowStart} then excluded.since else known.since end
            """,
            ct
        );
    }

    static ProblemHttpResult Wait(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Refused.TooManyTries.ToProblem();
    }

    static NpgsqlParameter<T> Value<T>(T value) => new() { TypedValue = value };

    static readonly (string Vi, string En) Mistyped = (
        $"Mã hồ sơ gõ chưa đúng: gồm {TrackingCode.Length} chữ số và chữ cái in trên giấy hẹn, ký tự cuối dùng để kiểm tra. Xin xem lại từng ký tự.",
        $"The code is mistyped: it has {TrackingCode.Length} digits and letters as printed on the receipt, the last of which is a check. Please compare each."
    );
}
