using DanVan.Chassis.Auth;
using DanVan.Chassis.Blobs;
using DanVan.Files;
using DanVan.Files.Storing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DanVan.Petitions.Attachments;

/// <summary>The attachments of petitions and their bytes: no bytes without a row that knows of them, whatever fails in between.</summary>
public sealed class AttachmentBook(PetitionsDb db, BlobStore blobs, AttachmentVault vault, TimeProvider clock)
{
    public Task<Attachment?> Find(Guid petitionId, int number, CancellationToken ct) =>
        db.Attachments.Include(a => a.Files).SingleOrDefaultAsync(a => a.PetitionId == petitionId && a.Number == number, ct);

    public Task<int> Count(Guid petitionId, CancellationToken ct) => db.Attachments.CountAsync(a => a.PetitionId == petitionId, ct);

    /// <summary>The attachment that the same file has already made.</summary>
    internal async Task<Attachment?> Same(Guid petitionId, TakenFile file, CancellationToken ct)
    {
        var keyedFor = await db
            .Attachments.Where(a => a.PetitionId == petitionId)
            .Select(a => a.KeyedFor ?? petitionId)
            .Distinct()
            .ToListAsync(ct);
        var keys = keyedFor.SelectMany(petition => vault.ContentKeys(petition, file.Sent)).ToList();
        return await db
            .Attachments.Include(a => a.Files)
            .FirstOrDefaultAsync(a => a.PetitionId == petitionId && a.ContentKey != null && keys.Contains(a.ContentKey), ct);
    }

    /// <summary>What stands with a petition and goes along with it. None of it changes before the transaction has ended.</summary>
    internal async Task<IReadOnlyList<Attachment>> Along(Guid petitionId, CancellationToken ct)
    {
        await Lock(petitionId, ct);
        return await db
            .Attachments.AsNoTracking()
            .Include(a => a.Files)
            .Where(a => a.PetitionId == petitionId && a.Files.Any())
            .OrderBy(a => a.Number)
            .ToListAsync(ct);
    }

    /// <summary>Stores the bytes. They are removed again unless they are claimed in time.</summary>
    internal Task Store(TakenFile file, CancellationToken ct) =>
        db.StoreUnused(blobs, file.Content.Ciphertext, file.OpenSealed(), clock, ct);

    /// <summary>Begins a change of a petition that waits for others of it instead of losing against them: nobody likes to send fifty megabytes twice.</summary>
    internal async Task<(IDbContextTransaction Transaction, Petition? Petition)> Begin(Guid petitionId, Caller caller, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        var transaction = await db.Database.BeginTransactionAsync(ct);
        await Lock(petitionId, ct);
        return (transaction, await db.Find(petitionId, caller, ct));
    }

    // Whatever changes the attachments of a petition changes the petition too.
    Task<int> Lock(Guid petitionId, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select from petitions where id = {petitionId} for update", ct);

    /// <summary>Keeps stored bytes, when the transaction commits; not when they were given up meanwhile.</summary>
    internal Task<bool> Claim(TakenFile file, CancellationToken ct) => db.Claim(file.Content.Ciphertext.Sha256, ct);

    internal async Task<int> NextNumber(Guid petitionId, CancellationToken ct) =>
        1 + (await db.Attachments.Where(a => a.PetitionId == petitionId).MaxAsync(a => (int?)a.Number, ct) ?? 0);

    /// <summary>The content of a file in the clear.</summary>
    /// <exception cref="FileNotFoundException">The store has lost it.</exception>
    internal async Task<FileStreamHttpResult> Download(HttpResponse response, Attachment attachment, SealedFile file, CancellationToken ct)
    {
        var sealedContent =
            await blobs.Open(file.Blob, ct) ?? throw new FileNotFoundException($"The file {file.Id} is not in the store of files");
        var name = $"tai-lieu-{attachment.Number}";
        return response.Download(file.Type, file.Length, vault.DigestOf(file), name, vault.Open(file, sealedContent));
    }
}
