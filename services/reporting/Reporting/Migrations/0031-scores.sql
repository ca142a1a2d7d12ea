-- Scores of units for years. What was entered stands in the steps; here is what it came to.
create table score_assessments (
    id               uuid primary key,
    version          int  not null,
    unit_id          uuid not null,
    scheme           text not null,
    year             int  not null,
    year_to          date not null,
    -- What points are given for, as it was when the assessment was opened.
    criteria         text not null,
    state            text not null,
    opened_by        text not null,
    opened_at        timestamptz not null,
    self_assessed_on date,
    decisions        int  not null check (decisions >= 0),
    total            numeric,
    rank             text,
    may_be_proposed  boolean,
    unique (scheme, year, unit_id),
    check ((decisions = 0) = (total is null) and (total is null) = (rank is null) and (total is null) = (may_be_proposed is null))
);
create index score_assessments_of_unit on score_assessments (unit_id, id);

-- Self-assessments, reviews and decisions, to the byte. Rows are only added: of each kind the last one stands.
create table score_steps (
    assessment_id uuid not null references score_assessments (id),
    version       int  not null,
    kind          text not null,
    unit_id       uuid not null,
    total         numeric not null,
    content       text not null,
    is_late       boolean not null,
    taken_by      text not null,
    taken_at      timestamptz not null,
    primary key (assessment_id, version)
);

-- In which order the authority put units with the same points. Rows are only added: for the same units the last one stands.
create table score_ties (
    id         uuid primary key,
    version    int  not null,
    unit_id    uuid not null,
    scheme     text not null,
    year       int  not null,
    level      text not null,
    total      numeric not null,
    units      uuid[] not null,
    reason     text not null,
    decided_by text not null,
    decided_at timestamptz not null
);
create index score_ties_of_unit on score_ties (unit_id, scheme, year, id);

create function refuse_change_of_what_is_kept() returns trigger language plpgsql as $$
begin
    raise exception 'Rows of % are only added', tg_table_name using errcode = 'insufficient_privilege';
end $$;
create trigger steps_are_only_added before update or delete on score_steps
    for each row execute function refuse_change_of_what_is_kept();
create trigger steps_are_not_truncated before truncate on score_steps
    for each statement execute function refuse_change_of_what_is_kept();
create trigger ties_are_only_added before update or delete on score_ties
    for each row execute function refuse_change_of_what_is_kept();
create trigger ties_are_not_truncated before truncate on score_ties
    for each statement execute function refuse_change_of_what_is_kept();
