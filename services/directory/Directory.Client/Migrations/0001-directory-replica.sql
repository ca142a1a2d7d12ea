-- What a service knows of the directory: units through time and the working calendar, kept from events.

create schema directory;

-- Counts the changes of this replica. Its row is locked first by whoever records units, so recording is one at a time and revisions follow commits:
-- who asks for "changed after revision r" misses nothing.
create table directory.replica (
    singleton boolean primary key default true check (singleton),
    revision  bigint not null
);
insert into directory.replica (revision) values (0);

create table directory.units (
    id           uuid   primary key,
    version      int    not null,
    predecessors uuid[] not null,
    revision     bigint not null
);
create index units_by_revision on directory.units (revision);

create table directory.unit_versions (
    unit_id     uuid not null references directory.units (id) on delete cascade,
    valid_from  date not null,
    valid_to    date check (valid_to > valid_from),
    name        text not null,
    full_name   text not null,
    kind        text not null,
    level       text not null,
    parent_id   uuid,
    code_scheme text,
    code        text,
    primary key (unit_id, valid_from)
);
create index unit_versions_by_parent on directory.unit_versions (parent_id);

-- Under whom a unit stood when, itself included. to_the_end: up to the end of the unit's own life, be it open or not.
create table directory.unit_ancestors (
    unit_id     uuid      not null,
    ancestor_id uuid      not null,
    valid       daterange not null,
    to_the_end  boolean   not null,
    primary key (unit_id, ancestor_id, valid)
);
create index unit_ancestors_by_ancestor on directory.unit_ancestors (ancestor_id, unit_id) include (valid, to_the_end);

create table directory.calendar_days (
    date     date    primary key,
    type     text    not null,
    name     text    not null,
    decision text,
    version  int     not null,
    enabled  boolean not null
);

-- Derives the ancestors of the units given and of all that ever stood below them, from the versions alone: right whatever arrived before what.
create function directory.derive_ancestors(changed uuid[]) returns void language plpgsql as $$
declare
    affected uuid[];
begin
    with recursive below (id) as (
        select unnest(changed)
        union
        select v.unit_id from below join directory.unit_versions v on v.parent_id = below.id
    )
    select array_agg(id) into affected from below;

    delete from directory.unit_ancestors where unit_id = any (affected);

    insert into directory.unit_ancestors (unit_id, ancestor_id, valid, to_the_end)
        with recursive line (unit_id, ancestor_id, valid, depth) as (
            select v.unit_id, v.unit_id, daterange(v.valid_from, v.valid_to), 0
            from directory.unit_versions v where v.unit_id = any (affected)
            union all
            select line.unit_id, v.parent_id, line.valid * daterange(v.valid_from, v.valid_to), line.depth + 1
            from line join directory.unit_versions v
                on v.unit_id = line.ancestor_id and v.parent_id is not null and line.valid && daterange(v.valid_from, v.valid_to)
            -- A cycle can show for a moment while two moves arrive the wrong way round.
            where line.depth < 32
        ),
        stays as (
            select unit_id, ancestor_id, unnest(range_agg(valid)) as valid from line group by unit_id, ancestor_id
        ),
        lives as (
            select unit_id, max(coalesce(valid_to, 'infinity')) as ends
            from directory.unit_versions where unit_id = any (affected) group by unit_id
        )
        select stays.unit_id, ancestor_id, valid, coalesce(upper(valid), 'infinity') = ends from stays join lives using (unit_id);
end $$;

-- Records units with all their versions; an older version of a unit than the one known is passed over. Returns how many were new.
create function directory.record_units(recorded jsonb) returns bigint language plpgsql as $$
declare
    next    bigint;
    changed uuid[];
begin
    update directory.replica set revision = revision + 1 returning revision into next;

    with incoming as (
        select distinct on (id) id, version, predecessors
        from jsonb_to_recordset(recorded) as r (id uuid, version int, predecessors uuid[])
        order by id, version desc
    ),
    kept as (
        insert into directory.units as known (id, version, predecessors, revision)
        select id, version, predecessors, next from incoming order by id
        on conflict (id) do update set version = excluded.version, predecessors = excluded.predecessors, revision = excluded.revision
            where known.version < excluded.version
        returning id
    )
    select coalesce(array_agg(id), '{}') into changed from kept;
    if cardinality(changed) = 0 then
        return 0;
    end if;

    delete from directory.unit_versions where unit_id = any (changed);
    insert into directory.unit_versions (unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, code_scheme, code)
        select u.id, v."from", v."to", v.name, v."fullName", v.kind, v.level, v."parentId", v."codeScheme", v.code
        from jsonb_to_recordset(recorded) as r (id uuid, version int, versions jsonb)
        join directory.units u on u.id = r.id and u.version = r.version and u.revision = next
        cross join lateral jsonb_to_recordset(r.versions) as v (
            "from" date, "to" date, name text, "fullName" text, kind text, level text, "parentId" uuid, "codeScheme" text, code text
        )
        -- The same event may stand twice in one batch.
        on conflict (unit_id, valid_from) do nothing;

    perform directory.derive_ancestors(changed);
    return cardinality(changed);
end $$;
