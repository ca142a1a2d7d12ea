using DanVan.Chassis.Blobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Attachments;

/// <summary>Removes the bytes that no attachment has. Several instances share the work; an upload that is late finds its row gone and is refused.</summary>
sealed class SweepBlobs(
    IServiceScopeFactory scopes,
    BlobStore blobs,
    IOptions<AttachmentOptions> options,
    TimeProvider clock,
    ILogger<SweepBlobs> log
) : BackgroundService
{
    const int Batch = 100;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.SweepEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                while (await SweepSome(stoppingToken) == Batch) { }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("Files that nobody needs could not be removed now: {Reason}", failure.Message);
            }
    }

    async Task<int> SweepSome(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var before = clock.GetUtcNow() - options.Value.UnusedFor;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unused = await db.Set<UnusedBlob>()
            .FromSql($"select * from unused_blobs where since < {before} order by since limit {Batch} for update skip locked")
            .ToListAsync(ct);
        // Asked after the rows are locked: whoever gives up the last file of one of them waits, and puts a row again.
        var hashes = unused.ConvertAll(blob => blob.Sha256);
        var had = await db.Set<SealedFile>()
            .Where(file => hashes.Contains(file.BlobSha256))
            .Select(file => file.BlobSha256)
            .ToListAsync(ct);
        foreach (var blob in unused.ExceptBy(had, blob => blob.Sha256))
            await blobs.Delete(new(blob.Sha256, blob.Length), ct);
        db.RemoveRange(unused);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return unused.Count;
    }
}
