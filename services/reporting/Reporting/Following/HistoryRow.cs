using DanVan.Directory.Client;
using Microsoft.EntityFrameworkCore;

namespace DanVan.Reporting.Following;

/// <summary>One thing that happened, as the entries of cells and the journal have it.</summary>
/// <param name="Concerns">The day whose tree tells who may know of it, besides today's: the last of the period; of others when it happened.</param>
/// <param name="Was">The state of the report before a decision.</param>
/// <param name="Became">After it.</param>
sealed record HistoryRow(
    Guid Id,
    string Kind,
    string Type,
    DateTimeOffset At,
    string? By,
    Guid UnitId,
    DateOnly Concerns,
    Guid? ReportId,
    string Subject,
    string? Form,
    string? Cell,
    string? StateBefore,
    decimal? NumberBefore,
    string? TextBefore,
    string? StateAfter,
    decimal? NumberAfter,
    string? TextAfter,
    string? Was,
    string? Became,
    string? Reason,
    string? Data
) : IUnitScoped;

static class HistoryRows
{
    /// <summary>All that happened on these days in Việt Nam, to a unit and all below it when one is named.</summary>
    public static IQueryable<HistoryRow> HistoryOf(this ReportingDb db, DateOnly from, DateOnly to, Guid? unit) =>
        db.Database.SqlQuery<HistoryRow>(
            $"""
            with days as (
                select {from}::date::timestamp at time zone 'Asia/Ho_Chi_Minh' as first,
                    ({to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as beyond
            ),
            happened as (
                select e.id, 'VALUE' as kind, e.kind as type, e.entered_at as at, e.entered_by as by, r.unit_id, r.period_to as concerns, r.id as report_id,
                    'report/' || r.id as subject, r.form, e.cell, b.state as state_before, b.number as number_before, b.text as text_before,
                    e.state as state_after, e.number as number_after, e.text as text_after, null as was, null as became, e.reason, null as data
                from cell_entries e join reports r on r.id = e.report_id
                left join lateral (
                    select * from cell_entries b where b.report_id = e.report_id and b.cell = e.cell and b.id < e.id order by b.id desc limit 1
                ) b on true
                where e.entered_at >= (select first from days) and e.entered_at < (select beyond from days)
                union all
                select j.id, 'DECISION', j.type, j.time, j.actor, j.unit, coalesce(r.period_to, (j.time at time zone 'Asia/Ho_Chi_Minh')::date), r.id,
                    j.subject, coalesce(r.form, j.data ->> 'form'), null, null, null, null, null, null, null, c.was, c.state, c.reason, j.data::text
                from (
                    select id, type, subject, version, unit, time, actor, data from chassis.journal
                    union all select id, type, subject, version, unit, time, actor, data from chassis.outbox
                ) j
                left join reports r on r.id = case when j.subject like 'report/%' then substr(j.subject, 8)::uuid end
                left join report_changes c on c.report_id = r.id and c.version = j.version
                -- An edit is told by its values; reminders are nobody's decision.
                where j.time >= (select first from days) and j.time < (select beyond from days) and j.unit is not null
                    and j.type !~ '[.](report-edited|report-due-soon|report-overdue)[.]v'
            )
            select id as "Id", kind as "Kind", type as "Type", at as "At", by as "By", unit_id as "UnitId", concerns as "Concerns",
                report_id as "ReportId", subject as "Subject", form as "Form", cell as "Cell", state_before as "StateBefore",
                number_before as "NumberBefore", text_before as "TextBefore", state_after as "StateAfter", number_after as "NumberAfter",
                text_after as "TextAfter", was as "Was", became as "Became", reason as "Reason", data as "Data"
            from happened h
            where {unit}::uuid is null or h.unit_id = {unit} or exists (
                select from directory.unit_ancestors a where a.unit_id = h.unit_id and a.ancestor_id = {unit}
                    and (a.valid @> {to}::date or (a.to_the_end and upper(a.valid) <= {to}::date)))
            """
        );
}
