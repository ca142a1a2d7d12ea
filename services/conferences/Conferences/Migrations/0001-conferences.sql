-- Conferences, who took part in them, and what follows from them. Units are ids of the directory; their tree is the replica's.

-- Words are found whatever their case, tones, tone placement (hòa, hoà) and đ; what is stored keeps its spelling.
create extension if not exists unaccent;
create text search configuration danvan_folded (copy = simple);
alter text search configuration danvan_folded
    alter mapping for hword, hword_part, word with unaccent, simple;

create table conferences (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    level text not null,
    scope text not null,
    kind text not null,
    purposes text[] not null,
    mode text not null,
    title text not null,
    held_on date,
    date_precision text,
    date_as_printed text,
    date_derivation text,
    part_of_day text,
    place text,
    period_reviewed text,
    period_planned text,
    state text not null,
    state_reason text,
    -- Null: no number was stated. Zero would say that none was declared.
    declared_key_tasks integer check (declared_key_tasks >= 0),
    declared_as_printed text,
    entered_key_tasks integer not null,
    conclusion_number text,
    conclusion_issued_on date,
    record jsonb not null,
    topics text[] not null,
    search_text text not null,
    entry_digest bytea not null,
    check ((held_on is null) = (date_precision is null)),
    check ((conclusion_number is null) = (conclusion_issued_on is null))
);
create index on conferences (unit_id, id);
create index on conferences (held_on);
create index on conferences using gin (topics);
create index on conferences using gin (to_tsvector('danvan_folded', search_text));

create table people (
    id uuid primary key,
    unit_id uuid not null,
    full_name text not null,
    note text,
    entry_digest bytea not null
);
create index on people (unit_id, id);
create index on people using gin (to_tsvector('danvan_folded', full_name));

create table participations (
    conference_id uuid not null references conferences,
    ordinal integer not null,
    person_id uuid references people,
    name_as_printed text,
    roles text[] not null,
    site text,
    titles text[] not null,
    unit_id uuid,
    organisation text,
    unit_class text,
    attendance text not null,
    primary key (conference_id, ordinal),
    check (coalesce(person_id::text, unit_id::text, organisation, unit_class) is not null)
);
create index on participations (person_id) where person_id is not null;

create table themes (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    year integer not null,
    scope text not null,
    name text not null,
    source text,
    entry_digest bytea not null
);
-- A unit has one theme a year for each scope.
create unique index one_theme_a_year on themes (unit_id, year, scope);

create table documents (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    issuer text not null,
    number text not null,
    symbol text not null,
    issued_on date,
    title text,
    note text,
    entry_digest bytea not null
);
-- 01-NQ/TU exists in every province and every term: only issuer, number, symbol and date together are one document.
create unique index one_document on documents (lower(issuer), lower(number), lower(symbol), issued_on) nulls not distinct;

create table tasks (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    conference_id uuid not null references conferences,
    item integer not null,
    assigned_by_unit_id uuid not null,
    lead_unit_id uuid,
    addressee_class text,
    content text not null,
    product_expected text,
    assigned_on date not null,
    due_on date,
    due_period text,
    last_day date,
    continuous boolean not null,
    state text not null,
    reports jsonb not null,
    reason text,
    check ((lead_unit_id is null) <> (addressee_class is null)),
    check (due_on is null or due_period is null),
    check (not continuous or last_day is null)
);
create index on tasks (unit_id, id);
create index on tasks (assigned_by_unit_id, id);
create index on tasks (conference_id, item);
create index on tasks (last_day) where last_day is not null;

create table oversight_plans (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    conference_id uuid references conferences,
    kind text not null,
    year integer not null,
    subject text not null,
    targets jsonb not null,
    state text not null,
    ended_on date,
    result text,
    entry_digest bytea,
    check ((state = 'PLANNED') = (ended_on is null))
);
create index on oversight_plans (unit_id, id);
create index on oversight_plans (conference_id) where conference_id is not null;

-- What the awards service told of the decisions that a conference hands over. Two kinds of events fill a row, in whatever order they come:
-- each guards its own columns by the version it came with.
create table ceremony_awards (
    id uuid primary key,
    conference_id uuid,
    unit_id uuid,
    number text,
    decided_on date,
    form text,
    movement_id uuid,
    declared_collectives integer,
    declared_individuals integer,
    declared_households integer,
    entered_recipients integer not null,
    issued_version integer not null,
    entered_version integer not null
);
create index on ceremony_awards (conference_id) where conference_id is not null;
