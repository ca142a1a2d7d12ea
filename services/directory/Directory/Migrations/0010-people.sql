-- People and the positions they hold.

create extension if not exists btree_gist;

create table people (
    id           uuid    primary key,
    version      int     not null,
    unit_id      uuid    not null references units (id) deferrable initially deferred,
    name         text    not null,
    staff_number text,
    is_public    boolean not null,
    folded       text    not null generated always as (fold(name)) stored
);
create unique index one_bearer_of_a_staff_number on people (unit_id, staff_number) where staff_number is not null;
create index people_by_name on people using gin (folded gin_trgm_ops);

create table positions (
    id            uuid primary key,
    version       int  not null,
    person_id     uuid not null references people (id),
    unit_id       uuid not null references units (id) deferrable initially deferred,
    title         text not null,
    valid_from    date not null,
    valid_to      date check (valid_to > valid_from),
    basis         text not null,
    ending_basis  text,
    annulled      timestamptz,
    annulled_why  text,
    folded        text not null generated always as (fold(title)) stored,
    -- The rules say it in words; this holds for two who write at once.
    constraint one_title_once_at_a_time exclude using gist
        (person_id with =, unit_id with =, folded with =, daterange(valid_from, valid_to) with &&) where (annulled is null)
);
create index positions_by_person on positions (person_id);
create index positions_by_unit on positions (unit_id, folded);

-- Whether a unit stood in another's subtree on a day. After its end a unit counts where it stood on its last day, before its beginning on its first.
create function stood_within(unit uuid, above uuid, day date) returns boolean language sql stable as $$
    select exists (
        select from (
            select greatest(min(valid_from), least(day, nullif(max(coalesce(valid_to, 'infinity')), 'infinity') - 1)) as seen
            from unit_periods where unit_id = unit
        ) life
        cross join lateral line_of(unit, life.seen) line
        where line.id = above
    )
$$;
