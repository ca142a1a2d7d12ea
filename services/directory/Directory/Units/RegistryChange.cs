using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DanVan.Directory.Units;

/// <summary>
/// A change of the registry of units, one at a time in all instances: what the rules looked at is still so when the change is saved. Left without
/// <see cref="Commit"/>, nothing has happened.
/// </summary>
internal sealed class RegistryChange(IDbContextTransaction? own) : IAsyncDisposable
{
    public Task Commit(CancellationToken ct) => own?.CommitAsync(ct) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => own?.DisposeAsync() ?? ValueTask.CompletedTask;
}

internal static class RegistryChanges
{
    /// <summary>Begins a change; inside a transaction that is already open (Idempotency-Key) it joins that one.</summary>
    public static async Task<RegistryChange> BeginChange(this DirectoryDb db, CancellationToken ct)
    {
        var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        await db.Database.ExecuteSqlAsync($"update registry set revision = revision + 1", ct);
        return new RegistryChange(own);
    }
}
