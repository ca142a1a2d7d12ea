-- Approvals of reports, level by level. Rows are added and may end, and are never removed: those of an edition that stand say whose turn it is.
create table report_approvals (
    id          uuid primary key,
    report_id   uuid not null references reports (id),
    edition     int  not null check (edition > 0),
    -- Whose caller approved.
    unit_id     uuid not null,
    level       text,
    approved_by text not null,
    approved_at timestamptz not null,
    ended       text,
    ended_by    text,
    ended_at    timestamptz,
    end_reason  text,
    check (num_nulls(ended, ended_by, ended_at, end_reason) in (0, 4))
);
create index report_approvals_of_report on report_approvals (report_id, edition) include (level, ended);
