-- Movements, models and award decisions. Units are ids of the directory; their tree is the replica's.

create table movements (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    name text not null,
    theme text,
    scope text not null,
    starts_on date not null,
    ends_on date check (ends_on >= starts_on),
    criteria text,
    state text not null,
    closed_on date,
    entry_digest bytea not null,
    check ((state = 'CLOSED') = (closed_on is not null))
);
create index on movements (unit_id, id);

create table models (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    kind text not null,
    name text not null,
    field text not null,
    place text,
    source text,
    movement_id uuid references movements,
    parent_id uuid references models,
    active_from date,
    active_to date check (active_to >= active_from),
    registered_on date,
    stage text not null,
    taken_up_on date,
    evaluated_on date,
    recognised_at text,
    recognised_on date,
    discontinued_on date,
    discontinued_for text,
    discontinued_note text,
    entry_digest bytea not null,
    check ((recognised_at is null) = (recognised_on is null)),
    check ((discontinued_on is null) = (discontinued_for is null))
);
create index on models (unit_id, id);
create index on models (movement_id) where movement_id is not null;
create index on models (parent_id) where parent_id is not null;

-- Nothing here is ever deleted: a revoked award stays with the decision that revoked it.
create table award_decisions (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    issuer_unit_id uuid,
    issuer_as_printed text,
    form text not null,
    type text not null,
    number text,
    decided_on date,
    presented_on date,
    counts_on date not null,
    reason text not null,
    movement_id uuid references movements,
    conference_id uuid,
    source text,
    declared_collectives integer check (declared_collectives >= 0),
    declared_individuals integer check (declared_individuals >= 0),
    declared_households integer check (declared_households >= 0),
    entered_collectives integer not null,
    entered_individuals integer not null,
    entered_households integer not null,
    revoked_collectives integer not null,
    revoked_individuals integer not null,
    revoked_households integer not null,
    state text not null,
    entry_digest bytea not null,
    check (counts_on = coalesce(decided_on, presented_on))
);
create index on award_decisions (unit_id, id);
create index on award_decisions (movement_id) where movement_id is not null;
create index on award_decisions (conference_id) where conference_id is not null;
-- The same paper is not entered twice: a number is unique to an issuer and a day, and one decision may give several forms.
create unique index one_entry_a_decision on award_decisions (unit_id, form, lower(number), decided_on)
    where number is not null and decided_on is not null;

create table revocations (
    id uuid primary key,
    award_decision_id uuid not null references award_decisions,
    number text,
    decided_on date not null,
    ground text not null,
    note text,
    whole boolean not null
);
create index on revocations (award_decision_id);

create table recipients (
    id uuid primary key,
    award_decision_id uuid not null references award_decisions,
    scope_id uuid not null,
    kind text not null,
    name text not null,
    name_key text not null,
    unit_id uuid,
    position text,
    other_achievement text,
    revocation_id uuid references revocations
);
create index on recipients (award_decision_id, id);
-- The last word where two entries of one recipient meet: one achievement is rewarded once.
create unique index one_award_an_achievement on recipients (scope_id, kind, name_key, unit_id) nulls not distinct
    where other_achievement is null and revocation_id is null;

-- What the conferences told of themselves: the day on which their awards were handed over.
create table held_conferences (
    id uuid primary key,
    version integer not null,
    held_on date
);
