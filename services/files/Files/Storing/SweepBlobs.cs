using DanVan.Chassis.Blobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DanVan.Files.Storing;

/// <summary>Removes the bytes that nothing has. Several instances share the work; an upload that is late finds its row gone and is refused.</summary>
public abstract class SweepBlobs<TDb>(
    IServiceScopeFactory scopes,
    BlobStore blobs,
    FileLimits limits,
    TimeProvider clock,
    ILogger<SweepBlobs<TDb>> log
) : BackgroundService
    where TDb : DbContext
{
    const int Batch = 100;

    /// <summary>Those of these hashes whose bytes have an owner.</summary>
    protected abstract Task<List<string>> Owned(TDb db, List<string> hashes, CancellationToken ct);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.SweepEvery, clock);
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
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        var before = clock.GetUtcNow() - limits.UnusedFor;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var unused = await db.Set<UnusedBlob>()
            .FromSql($"select * from unused_blobs where since < {before} order by since limit {Batch} for update skip locked")
            .ToListAsync(ct);
        // Asked after the rows are locked: whoever gives up the last file of one of them waits, and puts a row again.
        var owned = await Owned(db, unused.ConvertAll(blob => blob.Sha256), ct);
        foreach (var blob in unused.ExceptBy(owned, blob => blob.Sha256))
            await blobs.Delete(new(blob.Sha256, blob.Length), ct);
        db.RemoveRange(unused);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return unused.Count;
    }
}
