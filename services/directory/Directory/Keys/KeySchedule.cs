using DanVan.Directory.Tokens;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;

namespace DanVan.Directory.Keys;

/// <summary>
/// Lets the signing keys take turns by the schedule: publishes the next one ahead of its turn, removes the private halves of those past, and seals anew what
/// is sealed under an earlier key of the vault. Every instance tries; one at a time does it.
/// </summary>
internal sealed class KeySchedule(
    IServiceScopeFactory scopes,
    SigningKeys keys,
    IOptions<TokenOptions> options,
    TimeProvider clock,
    ILogger<KeySchedule> log
) : BackgroundService
{
    /// <summary>Does what is due. Within a transaction of the caller's, if there is one.</summary>
    public async Task Step(DirectoryDb db, CancellationToken ct)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('directory.signing-keys'))", ct);
        var ring = await db.KeyRings.SingleAsync(ct);
        var now = clock.GetUtcNow();
        if (ring.Due(now, TimeSpan.FromDays(options.Value.KeyDays), TimeSpan.FromMinutes(options.Value.KeyLeadMinutes)) is { } turn)
        {
            var key = keys.Make(turn);
            db.Announce(ring, ring.Publish(key, now));
            log.LogInformation("Signing key {Key} is published; it signs from {Turn:O}", key.Id, turn);
        }
        if (ring.Retire(now))
            log.LogInformation("Signing keys of the past were removed");
        if (keys.Reseal(ring) is > 0 and var count)
            log.LogInformation(
                "{Count} signing keys were sealed anew; what Tokens:OldEncryptionKeys holds is needed for none of them any more",
                count
            );
        await db.SaveChangesAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var minutes = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        do
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
                await using var transaction = await db.Database.BeginTransactionAsync(stoppingToken);
                await Step(db, stoppingToken);
                await transaction.CommitAsync(stoppingToken);
            }
            // The next minute tries again. An administrator may have changed the keys meanwhile, the database may be away, a sealing key may be missing.
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException)
            {
                log.LogError("The signing keys could not be looked after: {Reason}", e.Message);
            }
        } while (await minutes.WaitForNextTickAsync(stoppingToken));
    }
}
