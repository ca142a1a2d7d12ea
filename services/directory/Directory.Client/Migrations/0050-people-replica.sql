-- What a service knows of people: that they are in the register, and the names of those that are public.

create table directory.people (
    id      uuid primary key,
    version int  not null,
    -- The unit that keeps the record.
    unit_id uuid not null,
    -- Only of public office holders.
    name    text
);
create index people_by_unit on directory.people (unit_id);

-- Records people; an older version of a person than the one known is passed over. Returns how many were new.
create function directory.record_people(recorded jsonb) returns bigint language sql as $$
    with incoming as (
        select distinct on (id) * from jsonb_to_recordset(recorded) as r (id uuid, version int, "unitId" uuid, name text)
        order by id, version desc
    ),
    written as (
        insert into directory.people as known (id, version, unit_id, name)
        select id, version, "unitId", name from incoming order by id
        on conflict (id) do update set version = excluded.version, unit_id = excluded.unit_id, name = excluded.name
            where known.version < excluded.version
        returning 1
    )
    select count(*) from written
$$;

-- Marks as directory.marks() gives them of the units; the directory has the same of what it holds.
create function directory.person_marks() returns bigint[] language sql stable as $$
    select array_agg(mark order by bucket) from (
        select bucket, coalesce(bit_xor(directory.mark(id || ':' || version)), 0) as mark
        from generate_series(0, 63) as bucket left join directory.people on get_byte(uuid_send(id), 15) & 63 = bucket
        group by bucket
    ) marks
$$;

create function directory.position_marks() returns bigint[] language sql stable as $$
    select array_agg(mark order by bucket) from (
        select bucket, coalesce(bit_xor(directory.mark(id || ':' || version)), 0) as mark
        from generate_series(0, 63) as bucket left join directory.positions on get_byte(uuid_send(id), 15) & 63 = bucket
        group by bucket
    ) marks
$$;
