using DanVan.Petitions.Attachments;
using DanVan.Petitions.Questions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>
/// After the key of the vault was replaced, wraps the data keys of identities, questions and files anew. What they seal stays closed. Several
/// instances share the work; what they hold at this moment is left to the next look.
/// </summary>
sealed class RewrapKeys(
    IServiceScopeFactory scopes,
    IdentityVault vault,
    QuestionVault questionVault,
    AttachmentVault attachmentVault,
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
                    log.LogInformation(
                        "{Count} keys of identities, questions and files are wrapped by the present key of the vault",
                        count
                    );
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogWarning("Keys of identities, questions and files could not be wrapped anew now: {Reason}", failure.Message);
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
        var questions = await db
            .Questions.FromSql($"select * from questions where key_id = any ({former}) order by id limit {Batch} for update skip locked")
            .ToListAsync(ct);
        var files = await db.Set<SealedFile>()
            .FromSql($"select * from sealed_files where key_id = any ({former}) order by id limit {Batch} for update skip locked")
            .ToListAsync(ct);
        identities.ForEach(vault.Rewrap);
        questions.ForEach(questionVault.Rewrap);
        files.ForEach(attachmentVault.Rewrap);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return identities.Count + questions.Count + files.Count;
    }
}
