using DanVan.Chassis.Blobs;
using DanVan.Files;

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

    /// <summary>The petition that the hash was made for, where this came along with another.</summary>
    public Guid? KeyedFor { get; init; }

    /// <summary>Since when there is no original to open any more.</summary>
    public DateOnly? ErasedOn { get; private set; }
    public IReadOnlyList<SealedFile> Files => files;

    /// <summary>As it came, without its metadata; none once it was erased.</summary>
    public SealedFile? Original => files.Find(file => !file.Redacted);

    /// <summary>Without what tells who petitions; none until somebody has made one.</summary>
    public SealedFile? Redaction => files.Find(file => file.Redacted);

    /// <summary>Adds a file of it, in the place of the former.</summary>
    public void Put(SealedFile file)
    {
        files.RemoveAll(known => known.Redacted == file.Redacted);
        files.Add(file);
    }

    /// <summary>Destroys this petition's key of the original.</summary>
    public void Erase(DateOnly on)
    {
        files.RemoveAll(file => !file.Redacted);
        (ContentKey, ErasedOn) = (null, on);
    }

    /// <summary>It, as it goes along to another petition: the same bytes under keys of their own, so that each is redacted and erased by itself.</summary>
    internal Attachment AlongTo(Guid petitionId, int number, AttachmentVault vault)
    {
        var along = new Attachment
        {
            PetitionId = petitionId,
            Number = number,
            AddedOn = AddedOn,
            ContentKey = ContentKey,
            KeyedFor = KeyedFor ?? PetitionId,
            ErasedOn = ErasedOn,
        };
        along.files.AddRange(files.Select(vault.Share));
        return along;
    }
}

/// <summary>One of the two files of an attachment: its ciphertext stands in the blob store, the key to it here, wrapped.</summary>
public sealed class SealedFile
{
    public required Guid Id { get; init; }
    public Guid AttachmentId { get; init; }

    /// <summary>The file that its ciphertext was sealed for, where that is another.</summary>
    public Guid? SealedAs { get; init; }
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
