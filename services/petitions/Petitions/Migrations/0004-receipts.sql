-- A code and a PIN are recognised by keyed hashes; the key is not here.
create table receipts (
    petition_id uuid primary key references petitions on delete cascade,
    key_id      text not null,
    code_hash   bytea not null unique,
    pin_hash    bytea not null
);

-- Wrong tries by code and by address, both as keyed hashes, known codes and unknown ones alike.
create table receipt_failures (
    key      bytea primary key,
    failures integer not null,
    since    timestamptz not null
);

create index receipt_failures_since on receipt_failures (since);

-- Ciphertext only: what is asked and answered can tell who petitions.
create table questions (
    id          uuid primary key,
    petition_id uuid not null references petitions on delete cascade,
    asked_on    date not null,
    answer_by   date,
    answered_on date,
    key_id      text not null,
    wrapped_key bytea not null,
    question    bytea not null,
    answer      bytea
);

create index questions_petition on questions (petition_id);

create table ratings (
    petition_id uuid primary key references petitions on delete cascade,
    stars       smallint not null,
    rated_on    date not null
);
