using System.Data;
using DanVan.Chassis;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Consolidation;

/// <summary>Adds every collection up anew and compares that with the figures as they were folded step by step.</summary>
sealed class ReconcileFigures(ReportingDb db) : Reconciliation
{
    public override async Task<IReadOnlyList<Reconciled>> Compare(CancellationToken ct)
    {
        db.Database.SetCommandTimeout(0);
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        var rows = await db.Database.SqlQuery<long>($"""select count(*) as "Value" from figures""").SingleAsync(ct);
        var differences = await db
            .Database.SqlQuery<Difference>(
                $"""
                with anew as materialized (select f.* from collections k cross join lateral figures_anew(k.id) f),
                -- What is taken back leaves rows of nothing; what no fold has taken yet is not expected in the figures.
                folded as (
                    select collection_id, basis, unit_id, cell, sum(number) as number, sum(reported)::int as reported,
                        sum(unspecified)::int as unspecified, sum(not_applicable)::int as not_applicable, sum(not_reported)::int as not_reported
                    from (
                        select * from figures
                        union all
                        select t.collection_id, t.basis, p.ancestor_id, d.*
                        from figure_deltas t join figure_paths p on p.collection_id = t.collection_id and p.unit_id = t.unit_id
                        cross join lateral unnest(t.cells, t.number, t.reported, t.unspecified, t.not_applicable, t.not_reported) d
                    ) all_rows
                    group by 1, 2, 3, 4
                    having (sum(number), sum(reported), sum(unspecified), sum(not_applicable), sum(not_reported)) <> (0, 0, 0, 0, 0)
                )
                select count(*) over () as "Of", line as "Line" from (
                    select 'figures, folded and not added up: ' || to_jsonb(one)::text as line from (table folded except table anew) one
                    union all select 'figures, added up and not folded: ' || to_jsonb(one)::text from (table anew except table folded) one
                ) lines order by 2 limit 20
                """
            )
            .ToListAsync(ct);
        return [new(rows, differences is [var first, ..] ? first.Of : 0, differences.ConvertAll(difference => difference.Line))];
    }

    sealed record Difference(long Of, string Line);
}
