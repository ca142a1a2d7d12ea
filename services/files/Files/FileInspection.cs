using DanVan.Chassis.Http;
using DanVan.Files.Cleaning;
using DanVan.Files.Scanning;

namespace DanVan.Files;

/// <summary>
/// Takes a file as it arrives: what it is by its content, whether it is harmless, and a copy without what it says about its maker. It is never whole in memory on the
/// way (a PDF is, one at a time); where it is kept meanwhile is the caller's.
/// </summary>
public sealed class FileInspection(FileLimits limits, IScanner scanner)
{
    /// <summary>Takes a body to its end, as far as its beginning allows.</summary>
    /// <param name="to">Where it is kept meanwhile.</param>
    /// <param name="refuses">A further rule about what it can be.</param>
    /// <returns>What it can be and its length in bytes, or the rule that forbids it.</returns>
    public async Task<(IReadOnlyList<FileType> Can, Rejection? Refused)> Receive(
        Stream body,
        Stream to,
        Func<IReadOnlyList<FileType>, Rejection?> refuses,
        CancellationToken ct
    )
    {
        var buffer = new byte[64 * 1024];
        var read = await body.ReadAtLeastAsync(buffer.AsMemory(0, FileTypes.HeadLength), FileTypes.HeadLength, false, ct);
        if (read == 0)
            return ([], limits.Refuse(FileFault.Empty));
        var can = FileTypes.Of(buffer.AsSpan(0, read)).Where(type => limits.LongestOf(type) > 0).ToList();
        if (can.Count == 0)
            return ([], limits.Refuse(FileFault.UnknownType));
        if (refuses(can) is { } refused)
            return ([], refused);
        var longest = can.Max(limits.LongestOf);
        for (long length = read; read > 0; length += read = await body.ReadAsync(buffer, ct))
        {
            if (length > longest)
                return ([], limits.TooLong(can[0], longest));
            to.Write(buffer, 0, read);
        }
        return (can, null);
    }

    /// <summary>Writes a file that was received again, clean.</summary>
    /// <param name="can">What it can be.</param>
    /// <param name="length">As it was received, in bytes.</param>
    /// <param name="open">Opens it from its beginning, to be read and sought in; one reader at a time.</param>
    /// <param name="to">Takes the clean copy; of no use when the file is refused.</param>
    /// <returns>What it is, or the rule that forbids it.</returns>
    public async Task<(FileType Type, Rejection? Refused)> Clean(
        IReadOnlyList<FileType> can,
        long length,
        Func<Stream> open,
        Stream to,
        CancellationToken ct
    )
    {
        FileType type;
        try
        {
            await using var content = open();
            type = Cleaner.Clean(can, content, to, limits);
        }
        catch (FaultyFile faulty)
        {
            return (can[0], limits.Refuse(faulty.Fault, can[0]));
        }
        if (length > limits.LongestOf(type))
            return (type, limits.TooLong(type, limits.LongestOf(type)));
        await using var scanned = open();
        return (type, await scanner.Scan(scanned, ct) is { } found ? limits.Refuse(found, type) : null);
    }
}
