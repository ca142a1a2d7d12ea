namespace DanVan.Petitions.Attachments;

/// <summary>
/// Bytes in the blob store that no attachment has: of an upload that is under way or never came to its end, or of a file that was replaced or erased. A row stands
/// before the bytes do and goes in the transaction that gives them an attachment, so that none is ever forgotten (see <see cref="SweepBlobs"/>).
/// </summary>
public sealed class UnusedBlob
{
    public required string Sha256 { get; init; }
    public required long Length { get; init; }
    public required DateTimeOffset Since { get; init; }

    /// <summary>Of a file that is not needed from now on.</summary>
    public static UnusedBlob Of(SealedFile file) =>
        new()
        {
            Sha256 = file.BlobSha256,
            Length = file.BlobLength,
            Since = DateTimeOffset.UnixEpoch,
        };
}
