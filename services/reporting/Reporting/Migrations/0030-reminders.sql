-- What units were reminded of, each once. Rows are only added.
create table report_reminders (
    id           uuid not null,
    what         text not null,
    form         text not null,
    regime       text not null,
    period_kind  text not null,
    period_year  int  not null,
    period_index int  not null,
    unit_id      uuid not null,
    send_by      date not null,
    told_on      date not null,
    primary key (form, regime, period_kind, period_year, period_index, what, unit_id)
);
