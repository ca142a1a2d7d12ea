-- Codes of further schemes, and marks by which a replica that has missed something shows.

-- Written QD20:H20.1, without the first code of the version.
alter table directory.unit_versions add column further_codes text[] not null default '{}';

-- As before, and keeps the further codes.
create or replace function directory.record_units(recorded jsonb) returns bigint language plpgsql as $$
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
    insert into directory.unit_versions (unit_id, valid_from, valid_to, name, full_name, kind, level, parent_id, code_scheme, code, further_codes)
        select u.id, v."from", v."to", v.name, v."fullName", v.kind, v.level, v."parentId", v."codeScheme", v.code,
            case when v.codes is null then '{}' else array(
                select c.scheme || ':' || c.value from jsonb_to_recordset(v.codes) as c (scheme text, value text)
                where (c.scheme, c.value) is distinct from (v."codeScheme", v.code) order by 1
            ) end
        from jsonb_to_recordset(recorded) as r (id uuid, version int, versions jsonb)
        join directory.units u on u.id = r.id and u.version = r.version and u.revision = next
        cross join lateral jsonb_to_recordset(r.versions) as v (
            "from" date, "to" date, name text, "fullName" text, kind text, level text, "parentId" uuid, "codeScheme" text, code text, codes jsonb
        )
        -- The same event may stand twice in one batch.
        on conflict (unit_id, valid_from) do nothing;

    perform directory.derive_ancestors(changed);
    return cardinality(changed);
end $$;

-- A walk along the indexes, however old the statistics are: while a replica fills, the planner would sort the whole table for every batch.
alter function directory.derive_ancestors(uuid[]) set enable_mergejoin = off;
alter function directory.derive_ancestors(uuid[]) set enable_hashjoin = off;
alter function directory.derive_ancestors(uuid[]) set enable_seqscan = off;

create function directory.mark(value text) returns bigint language sql immutable strict parallel safe
    as $$ select ('x' || substr(md5(value), 1, 16))::bit(64)::bigint $$;

-- What is known, in 65 numbers: of the units by the last byte of their id modulo 64, then of the calendar. The directory has the same.
create function directory.marks() returns bigint[] language sql stable as $$
    select array_agg(mark order by bucket) from (
        select bucket, coalesce(bit_xor(directory.mark(id || ':' || version)), 0) as mark
        from generate_series(0, 63) as bucket left join directory.units on get_byte(uuid_send(id), 15) & 63 = bucket
        group by bucket
        union all
        select 64, coalesce(bit_xor(directory.mark(date || ':' || version)), 0) from directory.calendar_days
    ) marks
$$;
