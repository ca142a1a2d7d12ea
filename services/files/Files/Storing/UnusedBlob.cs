namespace DanVan.Files.Storing;

/// <summary>
/// Bytes in the blob store that perhaps nothing has: of an upload that is under way or never came to its end, or that their last owner gave up. A row stands before
/// the bytes do and goes in the transaction that gives them an owner. So none is ever forgotten (see <see cref="SweepBlobs{TDb}"/>). The table is the service's:
/// <c>unused_blobs (sha256 text primary key, length bigint, since timestamptz)</c>.
/// </summary>
public sealed class UnusedBlob
{
    /// <summary>Of the bytes as they are stored.</summary>
    public required string Sha256 { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    /// <summary>When they were announced, or given up.</summary>
    public required DateTimeOffset Since { get; init; }
}
