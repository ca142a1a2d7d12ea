using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>
/// After the key of the vault was replaced, wraps the data keys anew, so that the old one can be taken away. The identities themselves stay closed. Several
/// instances share the work; what they hold at this moment is left to the next look.
/// </summary>
sealed class RewrapKeys(
    IServiceScopeFactory scopes,
    IdentityVault vault,
    IOptions<VaultOptions> options,
    TimeProvider clock,
    ILogger<RewrapKeys> log
) : BackgroundService
{
    const int Batch = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (vault.FormerKeyIds is not { Length: > 0 } former)
            return;
        using var timer = new PeriodicTimer(options.Value.RewrapEvery, clock);
        do
        {
            try
            {
                var count = 0;
                while (await RewrapSome(former, stoppingToken) is > 0 and var some)
                    count += some;
                if (count > 0)
                    log.LogInformation("{Count} keys of identities are wrapped by the present key of the vault", count);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("Keys of identities could not be wrapped anew now: {Reason}", failure.Message);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    async Task<int> RewrapSome(string[] former, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var identities = await db
            .SealedIdentities.FromSql(
                $"""
                select * from sealed_identities where key_id = any ({former}) and erased_on is null order by id limit {Batch} for update skip locked
                """
            )
            .ToListAsync(ct);
        identities.ForEach(vault.Rewrap);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return identities.Count;
    }
}
