-- What units ask of those below them beside the regimes, and by when. Rows are added and withdrawn, never removed.
create table report_requests (
    id                uuid primary key,
    version           int  not null,
    -- Who asks.
    unit_id           uuid not null,
    form              text not null,
    purpose           text not null,
    title             text not null,
    basis             text,
    -- Who is asked: units of these kinds below the one that asks; where units are named, of these and those below them.
    kinds             text[] not null check (cardinality(kinds) > 0),
    units             uuid[] not null,
    period_year       int  not null,
    -- Those up to 999 are periods of whoever opens a report for days of its own.
    period_index      int  not null check (period_index >= 1000),
    period_from       date not null,
    period_to         date not null check (period_to >= period_from),
    send_by           date not null,
    locks_after_days  int,
    asked_by          text not null,
    asked_at          timestamptz not null,
    withdrawn_by      text,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    unique (period_year, period_index),
    check (num_nulls(withdrawn_by, withdrawn_at, withdrawal_reason) in (0, 3))
);
create index report_requests_of_unit on report_requests (unit_id, id);
create index report_requests_standing on report_requests (send_by) where withdrawn_at is null;

-- The last number that a request was given in a year. The row is locked while one is given, so there are neither gaps nor repeats.
create table report_request_numbers (
    period_year int primary key,
    last        int not null
);
