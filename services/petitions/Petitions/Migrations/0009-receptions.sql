-- The book of citizen reception (sổ tiếp công dân): sessions, and who was heard in them, counted and never named.
create table receptions (
    id              uuid primary key,
    version         integer not null,
    unit_id         uuid not null,
    kind            text not null,
    held_on         date not null,
    place           text not null,
    posted_on       date,
    post_by         date,
    is_online       boolean not null,
    notified_on     date,
    sites           jsonb not null default '[]',
    state           text not null,
    received_by     text,
    tested_on       date,
    document_number text,
    reason          text
);

create index receptions_unit on receptions (unit_id, held_on);

create table visits (
    id              uuid primary key,
    reception_id    uuid not null references receptions on delete cascade,
    kind            text not null,
    field           text not null,
    people          integer not null,
    is_new_case     boolean not null,
    outcome         text not null,
    petition_id     uuid references petitions on delete set null,
    ground          text,
    refusal_due_on  date
);

create index visits_reception on visits (reception_id, id);
