using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Petitions.Attachments.Cleaning;
using DanVan.Petitions.Attachments.Scanning;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

/// <summary>
/// Takes a file as it arrives: what it is, whether it is harmless, and a clean copy that is sealed and ready to be stored. On the way it is never whole in memory
/// (a PDF is, one at a time) and never in the clear on a disk.
/// </summary>
public sealed class FileIntake(IOptions<AttachmentOptions> options, IOptions<BlobOptions> blobs, IScanner scanner, AttachmentVault vault)
{
    readonly AttachmentOptions limits = options.Value;
    readonly string folder = blobs.Value.WorkFolder;

    /// <summary>The file, or the rule that forbids it.</summary>
    internal async Task<(TakenFile? File, Rejection? Refused)> Take(Stream body, bool redacted, CancellationToken ct)
    {
        using var received = WorkFile.Create(folder);
        var (can, sent, refused) = await Receive(body, received, redacted, ct);
        if (refused is not null)
            return (null, refused);
        var (id, key) = AttachmentVault.NewFile();
        var clean = WorkFile.Create(folder, key, AttachmentVault.PlaceOf(id));
        try
        {
            FileType type;
            await using (var content = received.Open())
                type = Cleaner.Clean(can, content, clean.Content, limits);
            if (sent!.Length > limits.Longest.GetValueOrDefault(type))
                throw new BadFile(RefusedFile.TooLong(type, limits.Longest.GetValueOrDefault(type)));
            await using (var content = received.Open())
                if (await scanner.Scan(content, ct) is { } found)
                    throw new BadFile(found);
            return (new TakenFile(vault, clean, id, key, type, redacted, sent.Sha256, clean.Complete()), null);
        }
        catch (BadFile bad)
        {
            clean.Dispose();
            return (null, bad.Rejection);
        }
        catch
        {
            clean.Dispose();
            throw;
        }
    }

    /// <summary>Takes the body to its end, as far as its beginning allows.</summary>
    async Task<(IReadOnlyList<FileType> Can, SealedContent? Sent, Rejection? Refused)> Receive(
        Stream body,
        WorkFile received,
        bool redacted,
        CancellationToken ct
    )
    {
        var buffer = new byte[64 * 1024];
        var read = await body.ReadAtLeastAsync(buffer.AsMemory(0, FileTypes.HeadLength), FileTypes.HeadLength, false, ct);
        if (read == 0)
            return ([], null, RefusedFile.Empty);
        var can = FileTypes.Of(buffer.AsSpan(0, read)).Where(type => limits.Longest.GetValueOrDefault(type) > 0).ToList();
        if (can.Count == 0)
            return ([], null, RefusedFile.UnknownType);
        if (redacted && !can.Any(FileTypes.HidesNothing))
            return ([], null, RefusedFile.RedactionHides);
        var longest = limits.LongestOf(can);
        for (long length = read; read > 0; length += read = await body.ReadAsync(buffer, ct))
        {
            if (length > longest)
                return ([], null, RefusedFile.TooLong(can[0], longest));
            received.Content.Write(buffer, 0, read);
        }
        return (can, received.Complete(), null);
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
