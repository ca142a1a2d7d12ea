namespace DanVan.Directory.Keys;

/// <summary>Where a signing key stands.</summary>
public enum KeyState
{
    /// <summary>Published; it has not begun to sign.</summary>
    Next,

    /// <summary>Tokens are signed with it.</summary>
    Signing,

    /// <summary>It signs no more; tokens signed with it are still about.</summary>
    Past,

    /// <summary>The last token signed with it has expired.</summary>
    Retired,

    /// <summary>It is not to be believed any more.</summary>
    Withdrawn,
}

/// <summary>A key that access tokens are signed with; its private half is never shown.</summary>
/// <param name="KeyId">The <c>kid</c> of its tokens.</param>
/// <param name="State">Where it stands now.</param>
/// <param name="Published">Since when it is published.</param>
/// <param name="SignsFrom">From when tokens are signed with it.</param>
/// <param name="SignsUntil">When the next key begins; absent while none is published.</param>
/// <param name="PublishedUntil">When the last token signed with it has expired; absent while no key follows, and for a key that was withdrawn.</param>
/// <param name="Withdrawn">When it was withdrawn.</param>
/// <param name="WithdrawnReason">Why.</param>
public sealed record KeyView(
    string KeyId,
    KeyState State,
    DateTimeOffset Published,
    DateTimeOffset SignsFrom,
    DateTimeOffset? SignsUntil,
    DateTimeOffset? PublishedUntil,
    DateTimeOffset? Withdrawn,
    string? WithdrawnReason
)
{
    internal static KeyView Of(StoredKey key, KeyRing ring, DateTimeOffset now) =>
        new(
            key.Id,
            StateOf(key, ring, now),
            key.Issued,
            key.SignsFrom,
            ring.SignsUntil(key),
            key.Withdrawn is null ? ring.PublishedUntil(key) : null,
            key.Withdrawn,
            key.WithdrawnReason
        );

    private static KeyState StateOf(StoredKey key, KeyRing ring, DateTimeOffset now) =>
        key.Withdrawn is not null ? KeyState.Withdrawn
        : key.SignsFrom > now ? KeyState.Next
        : key == ring.Signer(now) ? KeyState.Signing
        : ring.PublishedUntil(key) > now ? KeyState.Past
        : KeyState.Retired;
}
