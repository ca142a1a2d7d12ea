using System.Security.Cryptography;
using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using DanVan.Chassis.Http;
using DanVan.Files;
using DanVan.Files.Storing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Reporting.Files;

/// <summary>The files of reports and their bytes: no bytes without a row that knows of them, whatever fails in between.</summary>
public sealed class ReportFileBook(
    ReportingDb db,
    FileInspection inspection,
    IOptions<ReportFileOptions> options,
    IOptions<BlobOptions> folders,
    BlobStore blobs,
    TimeProvider clock
)
{
    /// <summary>Takes a file as it arrives; or the rule that forbids it.</summary>
    internal async Task<(TakenFile? File, Rejection? Refused)> Take(Stream body, CancellationToken ct)
    {
        await using var received = WorkFolder.NewFile(folders.Value.WorkFolder);
        var (can, refused) = await inspection.Receive(body, received, _ => null, ct);
        if (refused is not null)
            return (null, refused);
        var clean = WorkFolder.NewFile(folders.Value.WorkFolder);
        TakenFile? taken = null;
        try
        {
            // A picture is written byte by byte.
            var written = new BufferedStream(clean, 64 * 1024);
            (var type, refused) = await inspection.Clean(can, received.Length, received.Again, written, ct);
            await written.FlushAsync(ct);
            if (refused is null)
                taken = new(clean, type, await Hash(received, ct), new(await Hash(clean, ct), clean.Length));
            return (taken, refused);
        }
        finally
        {
            if (taken is null)
                await clean.DisposeAsync();
        }
    }

    /// <summary>Stores the bytes, unless the report has them. They are removed again unless the file is kept in time.</summary>
    internal async Task<Rejection?> Store(Guid report, TakenFile file, CancellationToken ct)
    {
        if (await Same(report, file, ct) is not null)
            return null;
        if (await RefusesMore(report, ct) is { } refused)
            return refused;
        await db.StoreUnused(blobs, file.Blob, file.Clean.Again(), clock, ct);
        return null;
    }

    /// <summary>Keeps a file whose bytes are stored, when the transaction commits; the one that the report has when it is the same.</summary>
    internal async Task<(ReportFile? Kept, Rejection? Refused)> Keep(
        Guid report,
        string cell,
        TakenFile file,
        Caller caller,
        CancellationToken ct
    )
    {
        if (await Same(report, file, ct) is { } known)
            return (known, null);
        if (await RefusesMore(report, ct) is { } refused)
            return (null, refused);
        var (sha256, length) = file.Blob;
        // Another report may have claimed the same bytes first; those of a file are never given up.
        if (!await db.Claim(sha256, ct) && !await db.ReportFiles.AnyAsync(one => one.Sha256 == sha256, ct))
            return (null, options.Value.Refuse(FileFault.TookTooLong));
        var kept = new ReportFile
        {
            ReportId = report,
            Sha256 = sha256,
            SentSha256 = file.Sent,
            Cell = cell,
            Type = file.Type,
            Length = length,
            AddedBy = caller.Subject,
            AddedAt = clock.GetUtcNow(),
        };
        db.ReportFiles.Add(kept);
        return (kept, null);
    }

    /// <summary>Opens its bytes.</summary>
    /// <exception cref="FileNotFoundException">The store has lost them.</exception>
    internal async Task<Stream> Open(ReportFile file, CancellationToken ct) =>
        await blobs.Open(file.Blob, ct) ?? throw new FileNotFoundException($"The file {file.Sha256} is not in the store of files");

    /// <summary>The file that the report has when the same is sent: as it was sent then, as it is given, or with other words about its maker.</summary>
    Task<ReportFile?> Same(Guid report, TakenFile file, CancellationToken ct) =>
        db
            .ReportFiles.AsNoTracking()
            .Where(one => one.ReportId == report)
            .FirstOrDefaultAsync(one => one.SentSha256 == file.Sent || one.Sha256 == file.Sent || one.Sha256 == file.Blob.Sha256, ct);

    async Task<Rejection?> RefusesMore(Guid report, CancellationToken ct) =>
        await db.ReportFiles.CountAsync(one => one.ReportId == report, ct) >= options.Value.PerReport
            ? RefusedReportFile.TooMany(options.Value.PerReport)
            : null;

    static async Task<string> Hash(FileStream file, CancellationToken ct)
    {
        await using var content = file.Again();
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, ct));
    }
}
