-- The same as in 0006, and tells what it has written: a publisher that keeps up need not read it again.
create function chassis.sequence(batch int)
returns table (sequence bigint, id uuid, type text, subject text, version int, unit uuid, "time" timestamptz, data jsonb, traceparent text)
language plpgsql as $$
#variable_conflict use_column
begin
    return query
    with head as (select sequence, hash from chassis.journal_head),
    moved as (
        delete from chassis.outbox
        -- An array and not a join: however old the statistics are, it stays a walk along the index.
        where position = any (array(select position from chassis.outbox order by position limit batch))
        returning *
    ),
    numbered as (
        select moved.*, head.sequence + row_number() over (order by moved.position) as sequence, head.hash as genesis from moved, head
    ),
    chained as (
        select numbered.*, chassis.chain(genesis, chassis.digest(sequence, id, type, subject, version, unit, time, actor, data))
            over (order by sequence rows unbounded preceding) as hash
        from numbered
    ),
    written as (
        insert into chassis.journal (sequence, id, type, subject, version, unit, time, actor, data, traceparent, hash)
        select sequence, id, type, subject, version, unit, time, actor, data, traceparent, hash from chained order by sequence
        returning *
    ),
    advanced as (
        update chassis.journal_head h set sequence = w.sequence, hash = w.hash
        from (select sequence, hash from written order by sequence desc limit 1) w
    )
    select w.sequence, w.id, w.type, w.subject, w.version, w.unit, w.time, w.data, w.traceparent from written w order by w.sequence;
end $$;

-- How many moved, for who publishes later: a backlog, and processes of the version before.
create or replace function chassis.sequence_outbox(batch int) returns bigint language sql as $$ select count(*) from chassis.sequence(batch) $$;
