using DanVan.Chassis;
using DanVan.Directory.Client;
using DanVan.Petitions.Respondents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DanVan.Petitions.Clearances;

/// <summary>
/// Answers the questions of awards at the times that are set: the first answer to what was asked since, and what has changed. A question is locked while it is
/// looked at: several instances share the work, and each answer is told once.
/// </summary>
sealed class AnswerClearances(
    IServiceScopeFactory scopes,
    IOptions<ClearanceOptions> options,
    PartyVault vault,
    UnitTree tree,
    TimeProvider clock,
    ILogger<AnswerClearances> log
) : BackgroundService
{
    const int Batch = 200;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(options.Value.LookEvery, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            await Look(stoppingToken);
    }

    async Task Look(CancellationToken ct)
    {
        try
        {
            var batch = options.Value.LastBatch(clock.GetUtcNow());
            while (tree.Count > 0 && await AnswerSome(batch, ct) > 0)
                ct.ThrowIfCancellationRequested();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The database is away: nothing was saved, and the next look finds it again.
            log.LogWarning("Clearances could not be answered now: {Reason}", failure.Message);
        }
    }

    /// <summary>How many questions were looked at; 0 when all are for this batch.</summary>
    async Task<int> AnswerSome(DateTimeOffset batch, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var clearances = await db
            .Clearances.FromSql(
                $"""
                select * from clearances
                where looked_at < {batch} and box <> '' and (not closed or (decided_on is not null and not contradicted))
                order by id limit {Batch} for update skip locked
                """
            )
            .ToListAsync(ct);
        var keys = clearances.ToDictionary(c => c.Id, c => KeysOf(vault.Open<Party>(c)));
        var standings = await Standings.Of([.. keys.Values.SelectMany(own => own)], db, ct);
        foreach (var clearance in clearances)
            if (clearance.LookAt(standings.Under(keys[clearance.Id]), batch) is { } news)
                db.Announce(clearance, news);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return clearances.Count;
    }

    /// <summary>A unit answers for those that it came out of: what is about them is not over because they are.</summary>
    byte[][] KeysOf(Party party) =>
        party.UnitId is { } unit ? [.. tree.WithPredecessors(unit).Select(one => vault.KeyOf(Party.OfUnit(one)))] : [vault.KeyOf(party)];
}
