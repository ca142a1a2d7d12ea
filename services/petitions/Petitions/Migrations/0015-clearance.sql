-- Whom a petition is about: a keyed hash for finding, ciphertext for reading. Neither key is here.
create table respondents (
    id          uuid primary key,
    petition_id uuid not null references petitions on delete cascade,
    key         bytea not null,
    key_id      text not null,
    box         bytea not null
);
create index respondents_petition on respondents (petition_id);
create index respondents_by_key on respondents (key);
create index respondents_by_key_id on respondents (key_id);

-- Who is not to be rewarded for now for another reason. The ground is in the box.
create table holds (
    id              uuid primary key,
    version         integer not null,
    unit_id         uuid not null,
    key             bytea not null,
    key_id          text not null,
    box             bytea not null,
    released_on     date,
    violation_found boolean
);
create index holds_unit on holds (unit_id, id);
create index holds_by_key on holds (key);

-- Questions of awards. Who is asked about is in the box, without a hash beside it: a join would tell whom a petition is about.
create table clearances (
    id           uuid primary key,
    version      integer not null,
    key_id       text not null,
    box          bytea not null,
    said         text,
    -- The batch for which it was last looked at.
    looked_at    timestamptz not null,
    closed       boolean not null,
    decided_on   date,
    contradicted boolean not null
);
create index clearances_to_look_at on clearances (looked_at) where not closed or (decided_on is not null and not contradicted);
