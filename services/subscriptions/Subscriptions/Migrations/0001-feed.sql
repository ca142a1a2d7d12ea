-- Every event of the platform once, in the order in which it was recorded here.

-- The last position given, and the epoch of the positions. Whoever appends locks this row until commit, so that positions become
-- visible in their order and without gaps: a reader that goes by position can miss nothing. A restore from backup needs a new epoch.
create table feed_head (
    singleton boolean primary key default true check (singleton),
    epoch     uuid    not null default gen_random_uuid(),
    position  bigint  not null default 0
);
insert into feed_head default values;

create table feed (
    position bigint      primary key,
    event_id uuid        not null unique,
    type     text        not null,
    source   text        not null,
    unit     uuid,
    time     timestamptz not null,
    event    text        not null
);

create table event_types (
    type       text        primary key,
    source     text        not null,
    first_seen timestamptz not null,
    last_seen  timestamptz not null,
    events     bigint      not null
);
