-- Marks by which a replica that has missed something shows; a replica has the same of what it knows (Directory.Client).

create function mark(value text) returns bigint language sql immutable strict parallel safe
    as $$ select ('x' || substr(md5(value), 1, 16))::bit(64)::bigint $$;

-- In 65 numbers: of the units by the last byte of their id modulo 64, then of the calendar.
create function replica_marks() returns bigint[] language sql stable as $$
    select array_agg(mark order by bucket) from (
        select bucket, coalesce(bit_xor(mark(id || ':' || version)), 0) as mark
        from generate_series(0, 63) as bucket left join units on get_byte(uuid_send(id), 15) & 63 = bucket
        group by bucket
        union all
        select 64, coalesce(bit_xor(mark(date || ':' || version)), 0) from calendar_days
    ) marks
$$;
