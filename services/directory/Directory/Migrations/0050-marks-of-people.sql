-- Marks of the people and of the positions, as replica_marks() gives them of the units: 64 numbers, by the last byte of the id modulo 64.

create function person_marks() returns bigint[] language sql stable as $$
    select array_agg(mark order by bucket) from (
        select bucket, coalesce(bit_xor(mark(id || ':' || version)), 0) as mark
        from generate_series(0, 63) as bucket left join people on get_byte(uuid_send(id), 15) & 63 = bucket
        group by bucket
    ) marks
$$;

create function position_marks() returns bigint[] language sql stable as $$
    select array_agg(mark order by bucket) from (
        select bucket, coalesce(bit_xor(mark(id || ':' || version)), 0) as mark
        from generate_series(0, 63) as bucket left join positions on get_byte(uuid_send(id), 15) & 63 = bucket
        group by bucket
    ) marks
$$;
