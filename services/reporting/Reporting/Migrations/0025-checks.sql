-- Why a rule of the form does not hold, as people explained it, each explanation for good. It stands for the numbers that it was given for: others need another.
create table check_explanations (
    id           uuid        primary key,
    report_id    uuid        not null references reports (id),
    "check"      text        not null,
    left_value   numeric,
    right_value  numeric,
    text         text        not null,
    explained_by text        not null,
    explained_at timestamptz not null
);
create index check_explanations_of_report on check_explanations (report_id, "check", id);

-- All reports on a form for a period, whoever's they are.
create index reports_by_period on reports (form, regime, period_kind, period_year, period_index) include (unit_id, first_sent_on);
