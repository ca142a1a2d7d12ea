using DanVan.Petitions.Attachments;
using DanVan.Petitions.Clearances;
using DanVan.Petitions.Questions;
using DanVan.Petitions.Respondents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Identities;

/// <summary>
/// After the key of the vault was replaced, wraps the data keys of identities, questions and files anew, and seals anew whom petitions are about. What they seal stays closed. Several
/// instances share the work; what they hold at this moment is left to the next look.
/// </summary>
sealed class RewrapKeys(
    IServiceScopeFactory scopes,
    IdentityVault vault,
    QuestionVault questionVault,
    PartyVault partyVault,
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
        var signatories = await db
            .SealedSignatories.FromSql(
                $"""
                select * from sealed_signatories where key_id = any ({former}) and erased_on is null order by id limit {Batch} for update skip locked
                """
            )
            .ToListAsync(ct);
        var parties = await PartiesUnder(former, db, ct);
        var files = await db.Set<SealedFile>()
            .FromSql($"select * from sealed_files where key_id = any ({former}) order by id limit {Batch} for update skip locked")
            .ToListAsync(ct);
        identities.ForEach(vault.Rewrap);
        signatories.ForEach(vault.Rewrap);
        parties.ForEach(partyVault.Reseal);
        questions.ForEach(questionVault.Rewrap);
        files.ForEach(attachmentVault.Rewrap);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return identities.Count + signatories.Count + questions.Count + parties.Count + files.Count;
    }

    static async Task<List<SealedRow>> PartiesUnder(string[] former, PetitionsDb db, CancellationToken ct) =>
        [
            .. await db
                .Respondents.FromSql($"select * from respondents where key_id = any ({former}) limit {Batch} for update skip locked")
                .ToListAsync(ct),
            .. await db
                .Holds.FromSql($"select * from holds where key_id = any ({former}) limit {Batch} for update skip locked")
                .ToListAsync(ct),
            .. await db
                .Clearances.FromSql($"select * from clearances where key_id = any ({former}) limit {Batch} for update skip locked")
                .ToListAsync(ct),
        ];
}
