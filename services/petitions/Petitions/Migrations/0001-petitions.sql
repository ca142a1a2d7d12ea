create table petitions (
    id                uuid primary key,
    version           integer not null,
    unit_id           uuid not null,
    kind              text not null,
    channel           text not null,
    field             text not null,
    received_on       date not null,
    summary           text not null,
    place_unit_id     uuid,
    remote_area       boolean not null,
    forwarded_by      text,
    forwarding_letter text,
    petitioner_type   text,
    state             text not null,
    due_on            date,
    in_time           boolean not null,
    accepted_on       date,
    closed_on         date,
    document_number   text,
    ground            text,
    to_unit_id        uuid,
    outcome           text,
    complexity        text[] not null,
    extensions        integer not null
);

-- What falls due first in a unit, and the book of a unit in the order of receipt (ids are UUIDv7).
create index petitions_due on petitions (unit_id, due_on) where due_on is not null;
create index petitions_unit on petitions (unit_id, id);

create table deadlines (
    id          uuid primary key,
    petition_id uuid not null references petitions on delete cascade,
    rule        text not null,
    article     text not null,
    count       integer not null,
    unit        text not null,
    start       date not null,
    statutory   date not null,
    due         date not null,
    skipped     jsonb not null,
    calendar_version integer not null,
    met_on      date,
    superseded  boolean not null
);

create index deadlines_petition on deadlines (petition_id);

-- Ciphertext only; the data key of a row is wrapped by a key that the database never sees.
create table sealed_identities (
    id              uuid primary key,
    petition_id     uuid not null unique references petitions on delete cascade,
    key_id          text not null,
    wrapped_key     bytea not null,
    type            text not null,
    full_name       bytea not null,
    address         bytea not null,
    phone           bytea,
    identity_number bytea
);
