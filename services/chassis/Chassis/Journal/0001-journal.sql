-- Outbox, journal and their bookkeeping: one thing that is publication, audit trail, feed and replay.

create table chassis.outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null,
    type        text        not null,
    subject     text        not null,
    version     int         not null,
    unit        uuid,
    time        timestamptz not null,
    actor       text,
    data        jsonb       not null,
    traceparent text
);
-- Filled and emptied all day: vacuum early, or the sequencer wades through dead rows.
alter table chassis.outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, fillfactor = 90);

create table chassis.journal (
    sequence    bigint      not null,
    id          uuid        not null,
    type        text        not null,
    subject     text        not null,
    version     int         not null,
    unit        uuid,
    time        timestamptz not null,
    actor       text,
    data        jsonb       not null,
    traceparent text,
    hash        bytea       not null,
    primary key (sequence, time)
) partition by range (time);
create index journal_subject on chassis.journal (subject, version);

create table chassis.journal_head (
    singleton boolean primary key default true check (singleton),
    epoch     uuid    not null default gen_random_uuid(),
    sequence  bigint  not null,
    hash      bytea   not null
);
insert into chassis.journal_head (sequence, hash) values (0, sha256(''));

create table chassis.checkpoint (
    singleton boolean primary key default true check (singleton),
    published bigint  not null
);
insert into chassis.checkpoint (published) values (0);

create function chassis.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'The journal is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger journal_is_append_only before update or delete on chassis.journal
    for each row execute function chassis.refuse_change();
create trigger journal_is_not_truncated before truncate on chassis.journal
    for each statement execute function chassis.refuse_change();

-- What a row's hash covers. Instants as microseconds, so that no session setting changes a byte.
create function chassis.digest(sequence bigint, id uuid, type text, subject text, version int, unit uuid, announced timestamptz, actor text, data jsonb)
returns bytea language sql immutable parallel safe as $$
    select sha256(convert_to(jsonb_build_array(sequence, id, type, subject, version, unit,
        (extract(epoch from announced) * 1000000)::bigint, actor, data)::text, 'UTF8'))
$$;

create function chassis.link(state bytea, genesis bytea, digest bytea)
returns bytea language sql immutable parallel safe as $$ select sha256(coalesce(state, genesis) || digest) $$;

-- Running hash over rows in order: chain(hash before the first row, digest of the row).
create aggregate chassis.chain(bytea, bytea) (sfunc = chassis.link, stype = bytea);

-- One partition a month, from the month of the first instant to the month after the last.
create function chassis.ensure_journal_partitions(first timestamptz, last timestamptz) returns void language plpgsql as $$
declare
    month timestamptz := date_trunc('month', first, 'UTC');
begin
    while month <= last + interval '1 month' loop
        execute format('create table if not exists chassis.%I partition of chassis.journal for values from (%L) to (%L)',
            'journal_' || to_char(month at time zone 'UTC', 'YYYYMM'), month, month + interval '1 month');
        month := month + interval '1 month';
    end loop;
end $$;

-- Moves at most `batch` rows from the outbox to the journal, giving each the next number and linking its hash. Returns how many moved.
-- Numbers follow commits: what was not yet committed is not seen, and gets a later number. Only the holder of the relay's lock may call it.
create function chassis.sequence_outbox(batch int) returns bigint language sql as $$
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
        returning sequence, hash
    ),
    advanced as (
        update chassis.journal_head h set sequence = w.sequence, hash = w.hash
        from (select sequence, hash from written order by sequence desc limit 1) w
    )
    select count(*) from written
$$;
