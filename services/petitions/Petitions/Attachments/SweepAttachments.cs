using DanVan.Chassis.Blobs;
using DanVan.Files;
using DanVan.Files.Storing;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Attachments;

/// <summary>Removes the bytes that no attachment has.</summary>
sealed class SweepAttachments(
    IServiceScopeFactory scopes,
    BlobStore blobs,
    FileLimits limits,
    TimeProvider clock,
    ILogger<SweepAttachments> log
) : SweepBlobs<PetitionsDb>(scopes, blobs, limits, clock, log)
{
    protected override Task<List<string>> Owned(PetitionsDb db, List<string> hashes, CancellationToken ct) =>
        db.Set<SealedFile>().Where(file => hashes.Contains(file.BlobSha256)).Select(file => file.BlobSha256).ToListAsync(ct);
}
