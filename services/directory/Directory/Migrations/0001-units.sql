-- Units through time: identity, periods, predecessors.

create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Its row is locked by whoever changes units: rules that look at several units (codes, cycles, parents) hold, because one changes at a time.
create table registry (
    singleton boolean primary key default true check (singleton),
    revision  int not null
);
insert into registry (revision) values (0);

create table units (
    id                 uuid primary key,
    version            int  not null,
    ending_change      text,
    ending_on          date,
    ending_legal_basis text
);

-- How a name is searched: without case, tones and đ. unaccent itself is only "stable", because its dictionary could be replaced; ours is not.
create function fold(value text) returns text language sql immutable strict parallel safe
    as $$ select lower(public.unaccent('public.unaccent'::regdictionary, normalize(value, nfc))) $$;

create table unit_periods (
    unit_id     uuid not null references units (id) deferrable initially deferred,
    valid_from  date not null,
    valid_to    date check (valid_to > valid_from),
    name        text not null,
    full_name   text not null,
    kind        text not null,
    level       text not null,
    parent_id   uuid references units (id) deferrable initially deferred,
    code_scheme text,
    code        text,
    change      text not null,
    legal_basis text not null,
    folded      text not null generated always as (fold(full_name)) stored,
    primary key (unit_id, valid_from),
    check ((code_scheme is null) = (code is null)),
    check ((parent_id is null) = (kind = 'CENTRAL'))
);
create index unit_periods_by_parent on unit_periods (parent_id);
create index unit_periods_by_code on unit_periods (code_scheme, code);
-- The rules say more; this much the database itself refuses.
create unique index one_open_bearer_of_a_code on unit_periods (code_scheme, code) where valid_to is null;
create unique index one_open_period_of_a_unit on unit_periods (unit_id) where valid_to is null;
create index unit_periods_by_name on unit_periods using gin (folded gin_trgm_ops);

create table unit_predecessors (
    successor_id   uuid not null references units (id) deferrable initially deferred,
    predecessor_id uuid not null references units (id) deferrable initially deferred,
    effective_on   date not null,
    legal_basis    text not null,
    primary key (successor_id, predecessor_id),
    check (successor_id <> predecessor_id)
);
create index unit_predecessors_by_predecessor on unit_predecessors (predecessor_id);

-- The line from a unit up to the root on a day, the unit itself first.
create function line_of(unit uuid, as_of date) returns table (id uuid, depth int) language sql stable as $$
    with recursive line (id, parent_id, depth) as (
        select unit_id, parent_id, 0 from unit_periods
        where unit_id = unit and valid_from <= as_of and (valid_to is null or as_of < valid_to)
        union all
        select p.unit_id, p.parent_id, line.depth + 1 from line join unit_periods p on p.unit_id = line.parent_id
        where p.valid_from <= as_of and (p.valid_to is null or as_of < p.valid_to) and line.depth < 32
    )
    select id, depth from line
$$;

-- A unit and all below it on a day.
create function subtree_of(unit uuid, as_of date) returns table (id uuid, depth int) language sql stable as $$
    with recursive subtree (id, depth) as (
        select unit_id, 0 from unit_periods where unit_id = unit and valid_from <= as_of and (valid_to is null or as_of < valid_to)
        union all
        select p.unit_id, subtree.depth + 1 from subtree join unit_periods p on p.parent_id = subtree.id
        where p.valid_from <= as_of and (p.valid_to is null or as_of < p.valid_to) and subtree.depth < 32
    )
    select id, depth from subtree
$$;
