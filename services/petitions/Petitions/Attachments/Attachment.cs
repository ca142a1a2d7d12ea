using DanVan.Chassis.Blobs;

namespace DanVan.Petitions.Attachments;

/// <summary>
/// A paper, picture or recording that belongs to a petition (tài liệu, chứng cứ kèm theo). The file as it came can tell who petitions by a name, a handwriting, a
/// voice (bút tích, Luật TC Đ8.3, Đ47.2), so it is opened as an identity is; what is handed on is its redacted copy (Đ56.2). How a file was called is kept nowhere.
/// </summary>
public sealed class Attachment
{
    readonly List<SealedFile> files = [];

    public Guid Id { get; private init; } = Guid.CreateVersion7();
    public required Guid PetitionId { get; init; }

    /// <summary>1, 2, 3 … within the petition.</summary>
    public required int Number { get; init; }
    public required DateOnly AddedOn { get; init; }

    /// <summary>A keyed hash of what was sent, by which the same file sent again is known; none once the original was erased.</summary>
    public byte[]? ContentKey { get; set; }

    /// <summary>Since when there is no original to open any more.</summary>
    public DateOnly? ErasedOn { get; private set; }
    public IReadOnlyList<SealedFile> Files => files;

    /// <summary>As it came, without its metadata; none once it was erased.</summary>
    public SealedFile? Original => files.Find(file => !file.Redacted);

    /// <summary>Without what tells who petitions; none until somebody has made one.</summary>
    public SealedFile? Redaction => files.Find(file => file.Redacted);

    /// <summary>Adds a file of it; the one in whose place it comes.</summary>
    public SealedFile? Put(SealedFile file)
    {
        var former = files.Find(known => known.Redacted == file.Redacted);
        if (former is not null)
            files.Remove(former);
        files.Add(file);
        return former;
    }

    /// <summary>Destroys the key of the original; the file that nobody can open any more.</summary>
    public SealedFile? Erase(DateOnly on)
    {
        var original = Original;
        if (original is not null)
            files.Remove(original);
        (ContentKey, ErasedOn) = (null, on);
        return original;
    }
}

/// <summary>One of the two files of an attachment: its ciphertext stands in the blob store, the key to it here, wrapped.</summary>
public sealed class SealedFile
{
    public required Guid Id { get; init; }
    public Guid AttachmentId { get; init; }
    public required bool Redacted { get; init; }
    public required FileType Type { get; init; }

    /// <summary>In the clear, in bytes.</summary>
    public required long Length { get; init; }
    public required DateOnly AddedOn { get; init; }

    /// <summary>Names the key that wraps the data key.</summary>
    public required string KeyId { get; set; }
    public required byte[] WrappedKey { get; set; }

    /// <summary>Its SHA-256, sealed: by an open one somebody who has a file could find out who sent it in.</summary>
    public required byte[] Digest { get; init; }
    public required string BlobSha256 { get; init; }
    public required long BlobLength { get; init; }

    public BlobRef Blob => new(BlobSha256, BlobLength);
}
