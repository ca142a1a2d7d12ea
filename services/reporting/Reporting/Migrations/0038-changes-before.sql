-- What was sent and approved before, from the journal and from the contents that are kept: that of a report that was returned is not.
with told as (
    select subject, version, data, split_part(type, '.', 4) as step
    from (select subject, version, type, data from chassis.journal union all select subject, version, type, data from chassis.outbox) events
    where type in (
        'vn.danvan.reporting.report-submitted.v1', 'vn.danvan.reporting.report-returned.v1',
        'vn.danvan.reporting.report-approved.v1', 'vn.danvan.reporting.report-correction-opened.v1'
    )
),
steps as (
    select substr(subject, 8)::uuid as report_id, version, step, data ->> 'contentHash' as hash,
        (1 + count(*) filter (where step = 'report-correction-opened') over so_far)::int as edition,
        max(version) filter (where step = 'report-submitted') over so_far as sent_in,
        lag(step) over so_far as step_before,
        max(version) filter (where step = 'report-returned') over (partition by subject) as last_return
    from told window so_far as (partition by subject order by version)
),
contents as (
    select report_id, edition, content, content_hash from report_editions
    union select id, edition, content, content_hash from reports where content is not null
),
states (step, state) as (
    values ('report-submitted', 'SUBMITTED'), ('report-returned', 'RETURNED'), ('report-approved', 'APPROVED'), ('report-correction-opened', 'CORRECTING')
)
insert into report_changes (report_id, version, edition, was, state, reason, cells)
select s.report_id, s.version, s.edition, coalesce(was.state, 'DRAFT'), states.state,
    case s.step
        when 'report-returned' then (select return_reason from reports r where r.id = s.report_id and r.edition = s.edition and s.version = s.last_return)
        when 'report-correction-opened' then coalesce(
            (select reason from report_editions e where e.report_id = s.report_id and e.edition = s.edition),
            (select correction_reason from reports r where r.id = s.report_id and r.edition = s.edition)
        )
    end,
    case s.step
        when 'report-returned' then said_else(c.content, approved.content)
        when 'report-correction-opened' then '[]'
        else said_else(approved.content, c.content)
    end
from steps s
join states on states.step = s.step
left join states was on was.step = s.step_before
left join steps sent on sent.report_id = s.report_id and sent.version = s.sent_in
left join contents c on c.report_id = s.report_id and c.edition = s.edition and c.content_hash = sent.hash
left join report_editions approved on approved.report_id = s.report_id and approved.edition = s.edition - 1
where c.content is not null or s.step in ('report-correction-opened', 'report-returned')
on conflict do nothing;
