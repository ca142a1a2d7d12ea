namespace DanVan.Directory.Keys;

/// <summary>A signing key as it is stored: the private half encrypted.</summary>
public sealed class StoredKey
{
    /// <summary>The <c>kid</c> of its tokens.</summary>
    public required string Id { get; init; }

    /// <summary>When it was made and published.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>From when tokens are signed with it, until the next key begins.</summary>
    public required DateTimeOffset SignsFrom { get; set; }

    /// <summary>The public half as a JWK.</summary>
    public required string Public { get; init; }

    /// <summary>The private half, encrypted; none once the key has left the published ones.</summary>
    public byte[]? Encrypted { get; set; }

    /// <summary>When its private half was removed.</summary>
    public DateTimeOffset? Retired { get; set; }

    /// <summary>When it was said that the key is not to be believed any more.</summary>
    public DateTimeOffset? Withdrawn { get; set; }
    public string? WithdrawnReason { get; set; }
}

/// <summary>A public key as the world may read it (RFC 7517).</summary>
public sealed record PublicKey(string Kty, string Use, string Alg, string Kid, string N, string E);
