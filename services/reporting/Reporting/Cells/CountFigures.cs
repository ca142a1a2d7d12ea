using System.Text.Json;
using DanVan.Chassis;
using DanVan.Reporting.Facts;
using DanVan.Reporting.Forms;
using DanVan.Reporting.Reports;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Cells;

/// <summary>Counts the formulas of a report over the facts of its unit's subtree and its window, all in one statement.</summary>
static class CountFigures
{
    /// <param name="without">Units below whose subtrees are left out.</param>
    /// <param name="upTo">Only what had been read of each source up to here; everything when none.</param>
    public static async Task<Figures> Count(
        this ReportingDb db,
        Report report,
        Form form,
        CancellationToken ct,
        Guid[]? without = null,
        IReadOnlyDictionary<string, long>? upTo = null
    )
    {
        without ??= [];
        // First, so that a fact arriving in between is counted and merely looks late, never the other way round.
        var watermarks =
            upTo
            ?? await db
                .Database.SqlQuery<Watermark>($"select source, sequence from watermarks")
                .ToDictionaryAsync(w => w.Source, w => w.Sequence, ct);
        var read = upTo is null ? null : JsonSerializer.Serialize(upTo);
        var matches = Matches(form.Indicators);
        var figures = await db
            .Database.SqlQuery<Figure>(
                $"""
                with formulas as (
                    select * from unnest({matches.Codes}, {matches.Types}, {matches.Conditions}::jsonb[], {matches.Sums}, {matches.Of}, {matches.Distinct})
                        as f (code, type, condition, summed, counts, once)
                ),
                facts as materialized (
                    select * from facts_without({report.UnitId}, {report.PeriodFrom}, {report.PeriodTo}, {without}) where type = any ({matches.Types})
                        and ({read}::text is null or sequence <= ({read}::jsonb ->> source)::bigint)
                )
                select f.code as "Code",
                    case when f.counts = 'CASES' then (count(facts.event_id) filter (where certain))::numeric
                         when f.once is not null then (count(distinct facts.data ->> f.once) filter (where certain))::numeric
                         when f.summed is null then (count(distinct facts.subject) filter (where certain))::numeric
                         else sum((facts.data ->> f.summed)::numeric) filter (where certain) end as "Number",
                    (count(facts.event_id) filter (where certain))::int as "Events",
                    (count(facts.event_id) filter (where certain and facts.data ->> coalesce(f.summed, f.once) is null
                        and coalesce(f.summed, f.once) is not null))::int as "Unstated",
                    (count(facts.event_id) filter (where not certain))::int as "Uncertain"
                from formulas f left join facts on facts.type = f.type and facts.data @> f.condition
                    and case f.counts when 'PAPERS' then facts.is_paper when 'CASES' then facts.is_case else true end
                group by f.code, f.summed, f.counts, f.once
                """
            )
            .ToDictionaryAsync(figure => figure.Code, ct);
        return new(figures, watermarks);
    }

    /// <summary>The facts that one cell counts; a ratio has those of its parts.</summary>
    public static IQueryable<Fact> FactsBehind(this ReportingDb db, Report report, Form form, Indicator indicator)
    {
        var counted = indicator.Ratio is { } ratio ? [form.Find(ratio.Numerator)!, form.Find(ratio.Denominator)!] : new[] { indicator };
        var matches = Matches(counted);
        return db.Set<Fact>()
            .FromSql(
                $"""
                select f.* from facts_of({report.UnitId}, {report.PeriodFrom}, {report.PeriodTo}) f
                where certain and exists (
                    select from unnest({matches.Types}, {matches.Conditions}::jsonb[], {matches.Of}) as m (type, condition, counts)
                    where f.type = m.type and f.data @> m.condition
                        and case m.counts when 'PAPERS' then f.is_paper when 'CASES' then f.is_case else true end
                )
                """
            );
    }

    static readonly Dictionary<string, JsonElement> None = [];

    static Columns Matches(IEnumerable<Indicator> indicators)
    {
        var matches = (
            from indicator in indicators
            let formula = indicator.Formula
            where formula is not null
            from match in formula.Events
            select (
                indicator.Code,
                match.Type,
                Condition: JsonSerializer.Serialize(match.Where ?? None),
                formula.Sum,
                Of: formula.Of is { } of ? EnumNames.Of(of) : null,
                formula.Distinct
            )
        ).ToList();
        return new(
            [.. matches.Select(m => m.Code)],
            [.. matches.Select(m => m.Type)],
            [.. matches.Select(m => m.Condition)],
            [.. matches.Select(m => m.Sum)],
            [.. matches.Select(m => m.Of)],
            [.. matches.Select(m => m.Distinct)]
        );
    }

    sealed record Columns(string[] Codes, string[] Types, string[] Conditions, string?[] Sums, string?[] Of, string?[] Distinct);

    sealed record Watermark(string Source, long Sequence);
}
