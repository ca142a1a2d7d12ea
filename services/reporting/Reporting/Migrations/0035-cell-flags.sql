-- Questions about cells of reports, raised by reviewers, answered by units, settled. Rows are never removed.
create table cell_flags (
    id                uuid primary key,
    version           int  not null,
    report_id         uuid not null references reports (id),
    unit_id           uuid not null,
    form              text not null,
    edition           int  not null check (edition > 0),
    cell              text not null,
    state             text not null,
    comment           text not null,
    raised_by         text not null,
    raised_by_unit_id uuid not null,
    raised_at         timestamptz not null,
    answer            text,
    answered_by       text,
    answered_at       timestamptz,
    resolved_by       text,
    resolved_at       timestamptz,
    check (num_nulls(answer, answered_by, answered_at) in (0, 3)),
    check ((state = 'RESOLVED') = (resolved_at is not null) and (resolved_by is null) = (resolved_at is null))
);
create index cell_flags_of_report on cell_flags (report_id) include (state);
