namespace DanVan.Petitions.Attachments;

/// <summary>
/// Bytes in the blob store that perhaps no attachment has: of an upload that is under way or never came to its end, or that a file gave up which was replaced or
/// erased. A row stands before the bytes do and goes in the transaction that gives them an attachment; when the row of a file goes, the database puts one. So none
/// is ever forgotten (see <see cref="SweepBlobs"/>).
/// </summary>
public sealed class UnusedBlob
{
    public required string Sha256 { get; init; }
    public required long Length { get; init; }
    public required DateTimeOffset Since { get; init; }
}
