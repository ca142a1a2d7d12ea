-- Units that may work on their report of a period although it has locked, up to a day. Rows are added and revoked, never removed.
create table lock_exceptions (
    id           uuid primary key,
    version      int  not null,
    unit_id      uuid not null,
    form         text not null,
    regime       text not null,
    period_kind  text not null,
    period_year  int  not null,
    period_index int  not null,
    period_from  date not null,
    period_to    date not null,
    until        date not null,
    reason       text not null,
    granted_by   text not null,
    granted_at   timestamptz not null,
    revoked_by   text,
    revoked_at   timestamptz,
    check ((revoked_by is null) = (revoked_at is null))
);
create index lock_exceptions_of_unit on lock_exceptions (unit_id, form, regime, period_kind, period_year, period_index);
