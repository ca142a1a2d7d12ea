using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Files;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

/// <summary>Takes a file as it arrives: a clean copy that is sealed and ready to be stored. On the way it is never in the clear on a disk.</summary>
public sealed class FileIntake(FileInspection inspection, IOptions<BlobOptions> blobs, AttachmentVault vault)
{
    readonly string folder = blobs.Value.WorkFolder;

    /// <summary>The file, or the rule that forbids it.</summary>
    internal async Task<(TakenFile? File, Rejection? Refused)> Take(Stream body, bool redacted, CancellationToken ct)
    {
        using var received = WorkFile.Create(folder);
        var (can, refused) = await inspection.Receive(
            body,
            received.Content,
            types => redacted && !types.Any(FileTypes.HidesNothing) ? RefusedAttachment.RedactionHides : null,
            ct
        );
        if (refused is not null)
            return (null, refused);
        var sent = received.Complete();
        var (id, key) = AttachmentVault.NewFile();
        var clean = WorkFile.Create(folder, key, AttachmentVault.PlaceOf(id));
        var isTaken = false;
        try
        {
            (var type, refused) = await inspection.Clean(can, sent.Length, received.Open, clean.Content, ct);
            if (refused is not null)
                return (null, refused);
            isTaken = true;
            return (new TakenFile(vault, clean, id, key, type, redacted, sent.Sha256, clean.Complete()), null);
        }
        finally
        {
            if (!isTaken)
                clean.Dispose();
        }
    }
}

/// <summary>A file that may be kept: clean, sealed, and not yet stored.</summary>
sealed class TakenFile(
    AttachmentVault vault,
    WorkFile clean,
    Guid id,
    byte[] key,
    FileType type,
    bool redacted,
    byte[] sent,
    SealedContent content
) : IDisposable
{
    /// <summary>The SHA-256 of what was sent.</summary>
    public byte[] Sent => sent;

    public SealedContent Content => content;

    public Stream OpenSealed() => clean.OpenSealed();

    public SealedFile Seal(DateOnly on) => vault.Seal(id, key, content, type, redacted, on);

    public void Dispose() => clean.Dispose();
}
