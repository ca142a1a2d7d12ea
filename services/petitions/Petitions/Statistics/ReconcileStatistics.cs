using System.Data;
using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Petitions.Statistics;

/// <summary>
/// Folds the journal once more, up to the number that is counted, into temporary tables that stand before the counted ones for one transaction, and compares
/// the two row by row.
/// </summary>
sealed class ReconcileStatistics(PetitionsDb db) : Reconciliation
{
    static readonly string[] Tables =
    [
        "counted_spells",
        "counted_sessions",
        "counted_visits",
        "counted_reminders",
        "counted_effects",
        "counted_protections",
    ];

    public override async Task<IReadOnlyList<Reconciled>> Compare(CancellationToken ct)
    {
        db.Database.SetCommandTimeout(0);
        // One moment of the tables and of the journal, whatever is counted on meanwhile.
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var counted = await Number("""select sequence as "Value" from counted_to""", ct);
        foreach (var table in Tables)
            await db.Database.ExecuteSqlRawAsync(Before(table), ct);
        for (var from = 0L; from < counted; from += JournalCount.Batch)
        {
            await JournalCount.Fold(db, from, Math.Min(counted, from + JournalCount.Batch), ct);
            db.ChangeTracker.Clear();
        }
        var compared = new List<Reconciled>();
        foreach (var table in Tables)
        {
            var differences = await db.Database.SqlQueryRaw<Difference>(Differences(table)).ToListAsync(ct);
            compared.Add(
                new(
                    await Number($"""select count(*) as "Value" from public.{table}""", ct),
                    differences is [var first, ..] ? first.Of : 0,
                    differences.ConvertAll(difference => difference.Line)
                )
            );
        }
        return compared;
    }

    async Task<long> Number(string sql, CancellationToken ct) => (await db.Database.SqlQueryRaw<long>(sql).ToListAsync(ct))[0];

    static string Before(string table) => $"create temporary table {table} (like public.{table} including indexes) on commit drop";

    static string Differences(string table) =>
        $"""
            select count(*) over () as "Of", '{table}: ' || said || kept::text as "Line" from (
                select 'counted, and not told: ' as said, to_jsonb(counted) as kept
                    from (table public.{table} except table pg_temp.{table}) counted
                union all select 'told, and not counted: ', to_jsonb(told) from (table pg_temp.{table} except table public.{table}) told
            ) one order by 2 limit 20
            """;

    sealed record Difference(long Of, string Line);
}
