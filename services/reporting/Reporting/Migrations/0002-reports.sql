create table reports (
    id            uuid   primary key,
    version       int    not null,
    form          text   not null,
    form_version  int    not null,
    unit_id       uuid   not null,
    regime        text   not null,
    period_kind   text   not null,
    period_year   int    not null,
    period_index  int    not null,
    -- The days themselves: never worked out from the label again.
    period_from   date   not null,
    period_to     date   not null check (period_to >= period_from),
    send_by       date,
    state         text   not null,
    opened_by     text   not null,
    opened_at     timestamptz not null,
    first_sent_on date,
    submitted_by  text,
    submitted_at  timestamptz,
    returned_by   text,
    returned_at   timestamptz,
    return_reason text,
    approved_by   text,
    approved_at   timestamptz,
    -- What was submitted, to the byte, and its SHA-256; both null while the report is being worked on.
    content       text,
    content_hash  text,
    check ((content is null) = (content_hash is null)),
    constraint one_report_of_a_unit_for_a_period unique (form, unit_id, regime, period_kind, period_year, period_index)
);
create index reports_by_unit on reports (unit_id, period_to);

-- What people entered, each entry for good: the newest of a cell stands, the others are its history.
create table cell_entries (
    id         uuid        primary key,
    report_id  uuid        not null references reports (id),
    cell       text        not null,
    kind       text        not null,
    state      text        not null,
    number     numeric,
    text       text,
    reason     text,
    entered_by text        not null,
    entered_at timestamptz not null
);
create index cell_entries_of_report on cell_entries (report_id, cell, id);
