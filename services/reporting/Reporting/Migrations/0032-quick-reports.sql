-- Quick reports on the people's situation, as they were sent, and how far each has come.
create table quick_reports (
    id                      uuid primary key,
    version                 int  not null,
    unit_id                 uuid not null,
    subject                 text not null,
    field                   text not null,
    urgency                 text not null,
    place_unit_id           uuid not null,
    situation_at            timestamptz not null,
    situation_on            date not null,
    what_happened           text not null,
    forecast                text,
    proposal                text,
    measures_taken          text,
    sent_by                 text not null,
    sent_at                 timestamptz not null,
    state                   text not null,
    acknowledge_by          timestamptz,
    escalates               boolean not null,
    acknowledged_by_unit_id uuid,
    acknowledged_by         text,
    acknowledged_at         timestamptz,
    closed_by_unit_id       uuid,
    closed_by               text,
    closed_at               timestamptz,
    outcome                 text,
    check (not escalates or (state = 'SENT' and acknowledge_by is not null)),
    check ((state = 'CLOSED') = (outcome is not null))
);
create index quick_reports_of_unit on quick_reports (unit_id, id);
create index quick_reports_waiting on quick_reports (acknowledge_by) where escalates;

-- The units above that each went to. Rows are only added.
create table quick_report_recipients (
    quick_report_id uuid not null references quick_reports (id),
    level           int  not null check (level > 0),
    unit_id         uuid not null,
    received_at     timestamptz not null,
    primary key (quick_report_id, level),
    unique (unit_id, quick_report_id)
);

-- How each goes on, and what units above want done. Rows are only added.
create table quick_report_entries (
    quick_report_id uuid not null references quick_reports (id),
    number          int  not null check (number > 0),
    kind            text not null,
    unit_id         uuid not null,
    text            text not null,
    added_by        text not null,
    added_at        timestamptz not null,
    primary key (quick_report_id, number)
);

create trigger recipients_are_only_added before update or delete on quick_report_recipients
    for each row execute function refuse_change_of_what_is_kept();
create trigger recipients_are_not_truncated before truncate on quick_report_recipients
    for each statement execute function refuse_change_of_what_is_kept();
create trigger entries_are_only_added before update or delete on quick_report_entries
    for each row execute function refuse_change_of_what_is_kept();
create trigger entries_are_not_truncated before truncate on quick_report_entries
    for each statement execute function refuse_change_of_what_is_kept();
