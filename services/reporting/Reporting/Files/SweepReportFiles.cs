using DanVan.Chassis.Blobs;
using DanVan.Files;
using DanVan.Files.Storing;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Files;

/// <summary>Removes the bytes of uploads that never came into a cell.</summary>
sealed class SweepReportFiles(
    IServiceScopeFactory scopes,
    BlobStore blobs,
    FileLimits limits,
    TimeProvider clock,
    ILogger<SweepReportFiles> log
) : SweepBlobs<ReportingDb>(scopes, blobs, limits, clock, log)
{
    // Documents that were issued stand in the same store.
    protected override Task<List<string>> Owned(ReportingDb db, List<string> hashes, CancellationToken ct) =>
        db
            .ReportFiles.Select(file => file.Sha256)
            .Concat(db.IssuedPapers.Select(paper => paper.PdfSha256))
            .Concat(db.IssuedPapers.Select(paper => paper.DocxSha256))
            .Where(sha256 => hashes.Contains(sha256))
            .ToListAsync(ct);
}
