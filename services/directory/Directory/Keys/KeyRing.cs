using DanVan.Chassis;
using DanVan.Chassis.Http;
using DanVan.Directory.Client;
using DanVan.Directory.Contracts.V1;
using DanVan.Directory.Tokens;

namespace DanVan.Directory.Keys;

/// <summary>
/// The signing keys and their turns. A key is published before it signs, signs until the next one begins, and stays published until the last token signed
/// with it has expired. All of it follows from the keys and the clock.
/// </summary>
public sealed class KeyRing : ISubject
{
    /// <summary>There is one; its identity is well known.</summary>
    public static readonly Guid TheId = new("00000000-0000-7000-8000-000000005e75");

    // The skew of a minute that checks allow, and another for clocks of ours that differ.
    private static readonly TimeSpan overlap = TokenIssuer.Lifetime + TimeSpan.FromMinutes(2);

    public required Guid Id { get; init; }
    public int Version { get; set; }
    public List<StoredKey> Keys { get; } = [];

    Guid? ISubject.UnitId => RootUnit.Id;

    /// <summary>The key that signs at this moment; none before the first.</summary>
    public StoredKey? Signer(DateTimeOffset now) =>
        Keys.Where(key => IsGood(key) && key.SignsFrom <= now && !(SignsUntil(key) <= now)).MaxBy(key => key.SignsFrom);

    /// <summary>The key that is published and has not begun to sign.</summary>
    public StoredKey? Next(DateTimeOffset now) => Keys.Where(key => IsGood(key) && key.SignsFrom > now).MinBy(key => key.SignsFrom);

    /// <summary>The keys by which tokens are to be believed at this moment, the newest first.</summary>
    public IEnumerable<StoredKey> Published(DateTimeOffset now) =>
        Keys.Where(key => IsGood(key) && !(PublishedUntil(key) <= now)).OrderByDescending(key => key.SignsFrom);

    /// <summary>When the key that follows begins to sign; none while no key follows. A key that was withdrawn before its turn never followed anything.</summary>
    public DateTimeOffset? SignsUntil(StoredKey key) =>
        Keys.Where(other => other.SignsFrom > key.SignsFrom && !(other.Withdrawn <= other.SignsFrom))
            .Min(other => (DateTimeOffset?)other.SignsFrom);

    /// <summary>When the last token that can be signed with the key has expired; none while no key follows.</summary>
    public DateTimeOffset? PublishedUntil(StoredKey key) => SignsUntil(key) + overlap;

    /// <summary>When the next key takes its turn by the schedule, or none while it is too early to publish it.</summary>
    public DateTimeOffset? Due(DateTimeOffset now, TimeSpan lifetime, TimeSpan lead)
    {
        if (Keys.Where(IsGood).MaxBy(key => key.SignsFrom) is not { } newest)
            return now;
        var turn = newest.SignsFrom + lifetime;
        if (now < turn - lead)
            return null;
        return turn > now + lead ? turn : now + lead;
    }

    /// <summary>Adds a key, and answers the event.</summary>
    public SigningKeysChanged Publish(StoredKey key, DateTimeOffset now)
    {
        Keys.Add(key);
        return Changed("PUBLISHED", key, null, now);
    }

    /// <summary>
    /// Takes a key out at once. When it was signing, the next one takes its turn now; <paramref name="make"/> makes one when none is waiting.
    /// </summary>
    public (SigningKeysChanged? Event, Rejection? Refused) Withdraw(
        StoredKey key,
        string reason,
        DateTimeOffset now,
        Func<DateTimeOffset, StoredKey> make
    )
    {
        if (key.Withdrawn is not null)
            return (null, AlreadyWithdrawn);
        var wasSigning = key == Signer(now);
        (key.Withdrawn, key.WithdrawnReason, key.Encrypted) = (now, reason, null);
        if (wasSigning && Next(now) is { } next)
            next.SignsFrom = now;
        else if (wasSigning)
            Keys.Add(make(now));
        return (Changed("WITHDRAWN", key, reason, now), null);
    }

    /// <summary>Removes the private halves of keys whose last token has expired. Whether there were any.</summary>
    public bool Retire(DateTimeOffset now)
    {
        var past = Keys.Where(key => IsGood(key) && PublishedUntil(key) <= now).ToArray();
        foreach (var key in past)
            (key.Retired, key.Encrypted) = (now, null);
        return past.Length > 0;
    }

    private SigningKeysChanged Changed(string change, StoredKey key, string? reason, DateTimeOffset now) =>
        new(change, key.Id, reason, [.. Published(now).Select(good => new SigningKeyTurn(good.Id, good.SignsFrom))]);

    private static bool IsGood(StoredKey key) => key is { Withdrawn: null, Retired: null };

    private static readonly Rejection AlreadyWithdrawn = new(
        "signing-keys.already-withdrawn",
        "Khóa ký này đã bị thu hồi.",
        "The key is withdrawn already."
    );
}
