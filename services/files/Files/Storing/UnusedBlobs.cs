using DanVan.Chassis.Blobs;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Files.Storing;

/// <summary>No bytes without a row that knows of them, whatever fails in between.</summary>
public static class UnusedBlobs
{
    /// <summary>Stores bytes. They are removed again unless they are claimed in time.</summary>
    /// <param name="blob">What they are.</param>
    /// <param name="content">They, from their beginning.</param>
    public static async Task StoreUnused(
        this DbContext db,
        BlobStore blobs,
        BlobRef blob,
        Stream content,
        TimeProvider clock,
        CancellationToken ct
    )
    {
        // On conflict the row is written, not skipped: so this waits for a sweep that is about to take it away.
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into unused_blobs (sha256, length, since) values ({blob.Sha256}, {blob.Length}, {clock.GetUtcNow()})
            on conflict (sha256) do update set since = excluded.since
            """,
            ct
        );
        await blobs.Save(content, ct);
    }

    /// <summary>Keeps stored bytes, when the transaction commits. False when nobody knows of them as unused: they were given up meanwhile, or have an owner.</summary>
    public static async Task<bool> Claim(this DbContext db, string sha256, CancellationToken ct) =>
        await db.Database.ExecuteSqlAsync($"delete from unused_blobs where sha256 = {sha256}", ct) == 1;

    /// <summary>The table of <see cref="UnusedBlob"/>.</summary>
    public static void HasUnusedBlobs(this ModelBuilder model) => model.Entity<UnusedBlob>().ToTable("unused_blobs").HasKey(b => b.Sha256);
}
