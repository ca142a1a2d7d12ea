namespace DanVan.Directory.Contracts.V1;

/// <summary>
/// The keys that access tokens are signed with changed. The keys themselves stand at the issuer's <c>jwks_uri</c>; who keeps them reads them anew.
/// </summary>
/// <param name="Change">PUBLISHED (a new key, ahead of its turn) or WITHDRAWN (a key that is not to be believed any more).</param>
/// <param name="KeyId">The key, as the <c>kid</c> of its tokens.</param>
/// <param name="Reason">Why it was withdrawn, as the administrator wrote it; null for a new key.</param>
/// <param name="Keys">The published keys after the change, the newest first.</param>
public sealed record SigningKeysChanged(string Change, string KeyId, string? Reason, IReadOnlyList<SigningKeyTurn> Keys);

/// <summary>A published key.</summary>
/// <param name="KeyId">The <c>kid</c> of its tokens.</param>
/// <param name="SignsFrom">From when tokens are signed with it, until the next key begins.</param>
public sealed record SigningKeyTurn(string KeyId, DateTimeOffset SignsFrom);
