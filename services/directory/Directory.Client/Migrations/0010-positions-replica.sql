-- What a service knows of positions: who held which title where, kept from events.

-- Counts the changes of the positions, as directory.replica does for the units.
create table directory.position_replica (
    singleton boolean primary key default true check (singleton),
    revision  bigint not null
);
insert into directory.position_replica (revision) values (0);

create table directory.positions (
    id          uuid    primary key,
    version     int     not null,
    person_id   uuid    not null,
    unit_id     uuid    not null,
    title       text    not null,
    valid_from  date    not null,
    valid_to    date    check (valid_to > valid_from),
    -- Only of public office holders.
    holder_name text,
    -- Kept, so that an earlier event that arrives late does not bring it back.
    annulled    boolean not null,
    revision    bigint  not null
);
create index positions_by_revision on directory.positions (revision);
create index positions_by_person on directory.positions (person_id);
create index positions_by_unit on directory.positions (unit_id);

-- Records positions; an older version of a position than the one known is passed over. Returns how many were new.
create function directory.record_positions(recorded jsonb) returns bigint language plpgsql as $$
declare
    next bigint;
    kept bigint;
begin
    update directory.position_replica set revision = revision + 1 returning revision into next;

    with incoming as (
        select distinct on (id) * from jsonb_to_recordset(recorded) as r (
            id uuid, version int, "personId" uuid, "unitId" uuid, title text, "from" date, "to" date, "holderName" text, annulled boolean
        )
        order by id, version desc
    ),
    written as (
        insert into directory.positions as known
            (id, version, person_id, unit_id, title, valid_from, valid_to, holder_name, annulled, revision)
        select id, version, "personId", "unitId", title, "from", "to", "holderName", annulled, next from incoming order by id
        on conflict (id) do update set version = excluded.version, person_id = excluded.person_id, unit_id = excluded.unit_id,
            title = excluded.title, valid_from = excluded.valid_from, valid_to = excluded.valid_to, holder_name = excluded.holder_name,
            annulled = excluded.annulled, revision = excluded.revision
            where known.version < excluded.version
        returning 1
    )
    select count(*) into kept from written;
    return kept;
end $$;
