using DanVan.Files;

namespace DanVan.Petitions.Attachments;

/// <summary>What of an attachment can be read.</summary>
public enum AttachmentVisibility
{
    /// <summary>Only the original, as an identity is.</summary>
    Sealed,

    /// <summary>The redacted copy, by everybody who may know of the petition.</summary>
    Redacted,

    /// <summary>Nothing any more.</summary>
    Erased,
}

/// <param name="Original">The file as it came, without its metadata; none once it was erased.</param>
/// <param name="Redaction">The copy without what tells who petitions; none until somebody has made one.</param>
public sealed record AttachmentView(
    Guid Id,
    int Number,
    AttachmentVisibility Visibility,
    DateOnly AddedOn,
    DateOnly? ErasedOn,
    FileView? Original,
    FileView? Redaction
)
{
    internal static AttachmentView Of(Attachment attachment, AttachmentVault vault) =>
        new(
            attachment.Id,
            attachment.Number,
            attachment.Redaction is not null ? AttachmentVisibility.Redacted
                : attachment.Original is not null ? AttachmentVisibility.Sealed
                : AttachmentVisibility.Erased,
            attachment.AddedOn,
            attachment.ErasedOn,
            attachment.Original is { } original ? FileView.Of(original, null) : null,
            attachment.Redaction is { } redaction ? FileView.Of(redaction, vault.DigestOf(redaction)) : null
        );
}

/// <param name="Length">In bytes.</param>
/// <param name="Sha256">In hexadecimal. Not of an original: whoever has the file could find out by it who sent it in.</param>
public sealed record FileView(FileType Type, string MediaType, long Length, DateOnly AddedOn, string? Sha256)
{
    internal static FileView Of(SealedFile file, byte[]? digest) =>
        new(
            file.Type,
            FileTypes.MediaTypeOf(file.Type),
            file.Length,
            file.AddedOn,
            digest is null ? null : Convert.ToHexStringLower(digest)
        );
}
