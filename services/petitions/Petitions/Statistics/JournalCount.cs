using System.Text.Json;
using DanVan.Chassis.Messaging;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Statistics;

/// <summary>
/// Folds what was added to the journal into what the statistics count, in the order of its numbers, one at a time however many instances and readers ask for it.
/// A reader calls it first, so that a figure is of the journal as it stands; steps on petitions are not slowed down by it.
/// </summary>
sealed class JournalCount(IServiceScopeFactory scopes)
{
    /// <summary>So many events are folded in one transaction.</summary>
    public const int Batch = 2000;

    static readonly Dictionary<string, Type> Contracts = SpellFold
        .Events.Concat(CountedThings.Events)
        .ToDictionary(contract => EventType.Of(contract).Name);
    static readonly string[] Types = [.. Contracts.Keys];

    /// <summary>Counts on; the number up to which the journal is counted now.</summary>
    /// <param name="batches">At most so many batches.</param>
    public async Task<long> CatchUp(int batches, CancellationToken ct)
    {
        var (counted, head) = await Position(ct);
        for (; counted < head && batches > 0; batches--)
            counted = await CountSome(ct);
        return counted;
    }

    async Task<(long Counted, long Head)> Position(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        var numbers = await db
            .Database.SqlQuery<long>(
                $"""select sequence as "Value" from counted_to union all select sequence from chassis.journal_head order by 1"""
            )
            .ToListAsync(ct);
        return (numbers[0], numbers[1]);
    }

    async Task<long> CountSome(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PetitionsDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var counted = (await db.Database.SqlQuery<long>($"""select sequence as "Value" from counted_to for update""").ToListAsync(ct))[0];
        var head = (await db.Database.SqlQuery<long>($"""select sequence as "Value" from chassis.journal_head""").ToListAsync(ct))[0];
        var to = Math.Min(head, counted + Batch);
        await Fold(db, counted, to, ct);
        await db.Database.ExecuteSqlAsync($"update counted_to set sequence = {to}", ct);
        await transaction.CommitAsync(ct);
        return to;
    }

    /// <summary>Adds to the tables that are counted what the journal tells after one of its numbers, up to another.</summary>
    public static async Task Fold(PetitionsDb db, long after, long to, CancellationToken ct)
    {
        var entries = await db
            .Database.SqlQuery<JournalEntry>(
                $"""
                select sequence as "Sequence", type as "Type", unit as "Unit", data::text as "Data" from chassis.journal
                where sequence > {after} and sequence <= {to} and type = any ({Types}) and unit is not null order by sequence
                """
            )
            .ToListAsync(ct);
        await new CountedThings(db).Take([.. entries.Select(Read)], ct);
        await db.SaveChangesAsync(ct);
    }

    static Announced Read(JournalEntry entry) =>
        new(entry.Sequence, entry.Unit, JsonSerializer.Deserialize(entry.Data, Contracts[entry.Type], EventJson.Options)!);

    sealed record JournalEntry(long Sequence, string Type, Guid Unit, string Data);
}

/// <summary>An event of the journal.</summary>
/// <param name="Sequence">Its number there.</param>
/// <param name="Unit">The unit of its envelope.</param>
sealed record Announced(long Sequence, Guid Unit, object Event);

/// <summary>Counts on while nobody asks, so that whoever asks does not wait for what has piled up.</summary>
sealed class CountInBackground(JournalCount journal, TimeProvider clock, ILogger<CountInBackground> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await journal.CatchUp(batches: int.MaxValue, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The database is away: nothing was saved, and the next look goes on from there.
                log.LogWarning("The journal could not be counted now: {Reason}", failure.Message);
            }
    }
}
