-- What sent and approved reports add up to, unit by unit up the tree. A report writes what it adds (contributions) and one row of how that changed (deltas);
-- whoever folds takes those rows in small steps and adds them to the figures of the units above. So no writer waits for the rows of a province or of the nation,
-- and a report costs the depth of the tree.

create type figure_basis as enum ('SENT', 'APPROVED');
create type cell_state as enum ('NOT_REPORTED', 'REPORTED', 'NOT_APPLICABLE', 'UNSPECIFIED');

-- A form for a period, asked of many units.
create table collections (
    id           int  generated always as identity primary key,
    form         text not null,
    regime       text not null,
    period_kind  text not null,
    period_year  int  not null,
    period_index int  not null,
    -- The tree is that of this day.
    period_to    date not null,
    unique (form, regime, period_kind, period_year, period_index)
);

-- What the report of a unit itself adds, cell by cell: without the units below it that report themselves. Cell '*' is the report.
create table contributions (
    collection_id int          not null,
    basis         figure_basis not null,
    unit_id       uuid         not null,
    cell          text         not null,
    state         cell_state   not null,
    number        numeric,
    -- Something was left open beside the number: it is at least so much.
    at_least      boolean      not null,
    text          text,
    primary key (collection_id, basis, unit_id, cell)
);
create index contributors on contributions (unit_id) where cell = '*';

-- The same as numbers that can be added.
create view contributed as
    select collection_id, basis, unit_id, cell, coalesce(number, 0) as number,
        (state = 'REPORTED')::int as reported,
        (state = 'UNSPECIFIED' or at_least)::int as unspecified,
        (state = 'NOT_APPLICABLE')::int as not_applicable,
        (state = 'NOT_REPORTED')::int as not_reported
    from contributions;

-- Under whom a unit counts, as it was added up: without itself.
create table figure_paths (
    collection_id int  not null,
    unit_id       uuid not null,
    ancestor_id   uuid not null,
    primary key (collection_id, unit_id, ancestor_id)
);
create index figure_paths_by_ancestor on figure_paths (ancestor_id);

-- What the units below one add up to; its own contribution is not among it. A few rows are written again and again.
create table figures (
    collection_id  int          not null,
    basis          figure_basis not null,
    unit_id        uuid         not null,
    cell           text         not null,
    number         numeric      not null,
    reported       int          not null,
    unspecified    int          not null,
    not_applicable int          not null,
    not_reported   int          not null,
    primary key (collection_id, basis, unit_id, cell)
) with (fillfactor = 50, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000);

-- How the contributions of a unit changed and what no figure above it knows yet. A row is taken by removing it.
create table figure_deltas (
    id             bigint       generated always as identity primary key,
    collection_id  int          not null,
    basis          figure_basis not null,
    unit_id        uuid         not null,
    cells          text[]       not null,
    number         numeric[]    not null,
    reported       int[]        not null,
    unspecified    int[]        not null,
    not_applicable int[]        not null,
    not_reported   int[]        not null
);

-- The state of the tree that the paths follow.
create table figure_tree (
    singleton boolean primary key default true check (singleton),
    revision  bigint  not null
);
insert into figure_tree (revision) values (0);

-- Whoever adds or folds goes through the gate beside others; whoever follows the tree or adds everything up anew waits until nobody is inside.
create function figures_gate() returns bigint language sql immutable as $$ select 702601 $$;

-- Above whom a unit stood on a day, without itself; one that had ended by then, where it stood at its end.
create function above(of_unit uuid, on_day date) returns setof uuid language sql stable as $$
    select a.ancestor_id from directory.unit_ancestors a
    where a.unit_id = of_unit and a.ancestor_id <> of_unit and (a.valid @> on_day or (a.to_the_end and upper(a.valid) <= on_day))
$$;

-- The collection with this key, made when there is none.
create function collection_of(of_form text, of_regime text, of_kind text, of_year int, of_index int, ends_on date) returns int language plpgsql as $$
begin
    insert into collections (form, regime, period_kind, period_year, period_index, period_to)
        values (of_form, of_regime, of_kind, of_year, of_index, ends_on) on conflict do nothing;
    return (
        select id from collections
        where (form, regime, period_kind, period_year, period_index) = (of_form, of_regime, of_kind, of_year, of_index)
    );
end $$;

-- What a report adds, as contribute() takes it.
create function contributions_of(of_collection int, of_basis figure_basis, of_unit uuid) returns jsonb language sql stable as $$
    select coalesce(
        jsonb_agg(jsonb_build_object('cell', cell, 'state', state, 'number', number, 'atLeast', at_least, 'text', text)), '[]'
    )
    from contributions where (collection_id, basis, unit_id) = (of_collection, of_basis, of_unit)
$$;

-- Puts what a report adds in the place of what it added before; '[]' takes it back. Of one report by one at a time: who calls it holds its row.
create function contribute(of_collection int, of_basis figure_basis, of_unit uuid, adds jsonb) returns void language plpgsql as $$
declare
    had contributed[];
begin
    perform pg_advisory_xact_lock_shared(figures_gate());
    -- The first time only. Later paths change with everything that was added along them, by follow_tree().
    insert into figure_paths
        select of_collection, of_unit, above(of_unit, period_to) from collections where id = of_collection
            and not exists (select from figure_paths p where p.collection_id = of_collection and p.unit_id = of_unit)
            and not exists (select from contributions c where c.collection_id = of_collection and c.unit_id = of_unit and c.cell = '*');
    had := array(select c from contributed c where (c.collection_id, c.basis, c.unit_id) = (of_collection, of_basis, of_unit));
    delete from contributions c where (c.collection_id, c.basis, c.unit_id) = (of_collection, of_basis, of_unit);
    insert into contributions (collection_id, basis, unit_id, cell, state, number, at_least, text)
        select of_collection, of_basis, of_unit, a.cell, a.state, a.number, coalesce(a."atLeast", false), a.text
        from jsonb_to_recordset(adds) as a (cell text, state cell_state, number numeric, "atLeast" boolean, text text);
    insert into figure_deltas (collection_id, basis, unit_id, cells, number, reported, unspecified, not_applicable, not_reported)
        select of_collection, of_basis, of_unit, array_agg(cell), array_agg(number), array_agg(reported), array_agg(unspecified),
            array_agg(not_applicable), array_agg(not_reported)
        from (
            select cell, sum(sign * number) as number, sum(sign * reported)::int as reported, sum(sign * unspecified)::int as unspecified,
                sum(sign * not_applicable)::int as not_applicable, sum(sign * not_reported)::int as not_reported
            from (
                select 1 as sign, c.* from contributed c where (c.collection_id, c.basis, c.unit_id) = (of_collection, of_basis, of_unit)
                union all
                select -1, h.* from unnest(had) h
            ) both_sides
            group by cell
        ) change
        where (number, reported, unspecified, not_applicable, not_reported) <> (0, 0, 0, 0, 0)
        having count(*) > 0;
end $$;

-- Adds some of the changes to the figures of the units above; how many it took.
create function fold_figures(at_most int) returns int language plpgsql as $$
declare
    folded int;
begin
    perform pg_advisory_xact_lock_shared(figures_gate());
    with taken as (
        delete from figure_deltas where id in (select id from figure_deltas order by id limit at_most for update skip locked) returning *
    ),
    summed as (
        select t.collection_id, t.basis, p.ancestor_id, d.cell, sum(d.number) as number, sum(d.reported)::int as reported,
            sum(d.unspecified)::int as unspecified, sum(d.not_applicable)::int as not_applicable, sum(d.not_reported)::int as not_reported
        from taken t
        join figure_paths p on p.collection_id = t.collection_id and p.unit_id = t.unit_id
        cross join lateral unnest(t.cells, t.number, t.reported, t.unspecified, t.not_applicable, t.not_reported)
            as d (cell, number, reported, unspecified, not_applicable, not_reported)
        group by t.collection_id, t.basis, p.ancestor_id, d.cell
        -- In one order, so that two who fold never wait for each other.
        order by t.collection_id, t.basis, p.ancestor_id, d.cell
    ),
    added as (
        insert into figures as f select * from summed
        on conflict (collection_id, basis, unit_id, cell) do update set
            number = f.number + excluded.number,
            reported = f.reported + excluded.reported,
            unspecified = f.unspecified + excluded.unspecified,
            not_applicable = f.not_applicable + excluded.not_applicable,
            not_reported = f.not_reported + excluded.not_reported
    )
    select count(*) into folded from taken;
    return folded;
end $$;

-- Units have changed: what they and those below them added moves from the figures of whom they stood under to those of whom they stand under now.
create function follow_tree() returns void language plpgsql as $$
declare
    known   bigint;
    changed uuid[];
    moved   uuid[];
begin
    perform pg_advisory_xact_lock(figures_gate());
    select revision into known from figure_tree for update;
    update figure_tree set revision = (select revision from directory.replica);
    changed := array(select id from directory.units where revision > known);
    moved := array(
        select unit_id from directory.unit_ancestors where ancestor_id = any (changed)
        union select unit_id from figure_paths where ancestor_id = any (changed)
        union select unnest(changed)
    );
    while fold_figures(1000) > 0 loop
    end loop;
    with units as (
        select collection_id, unit_id from figure_paths where unit_id = any (moved)
        union select collection_id, unit_id from contributions where cell = '*' and unit_id = any (moved)
    ),
    actual as (
        select u.collection_id, u.unit_id, above(u.unit_id, c.period_to) as ancestor_id from units u join collections c on c.id = u.collection_id
    ),
    left_behind as (
        delete from figure_paths p using units u
        where p.collection_id = u.collection_id and p.unit_id = u.unit_id
            and (p.collection_id, p.unit_id, p.ancestor_id) not in (select * from actual)
        returning p.*
    ),
    joined as (
        insert into figure_paths select * from actual on conflict do nothing returning *
    )
    insert into figures as f
        select c.collection_id, c.basis, m.ancestor_id, c.cell, sum(m.sign * c.number), sum(m.sign * c.reported), sum(m.sign * c.unspecified),
            sum(m.sign * c.not_applicable), sum(m.sign * c.not_reported)
        from (select -1 as sign, * from left_behind union all select 1, * from joined) m
        join contributed c on c.collection_id = m.collection_id and c.unit_id = m.unit_id
        group by c.collection_id, c.basis, m.ancestor_id, c.cell
        on conflict (collection_id, basis, unit_id, cell) do update set
            number = f.number + excluded.number,
            reported = f.reported + excluded.reported,
            unspecified = f.unspecified + excluded.unspecified,
            not_applicable = f.not_applicable + excluded.not_applicable,
            not_reported = f.not_reported + excluded.not_reported;
end $$;

-- The figures of a collection from its contributions and the tree alone.
create function figures_anew(of_collection int) returns setof figures language sql stable as $$
    with paths as materialized (
        select u.unit_id, a.ancestor_id
        from (select distinct unit_id from contributions where collection_id = of_collection and cell = '*') u
        join collections c on c.id = of_collection
        join directory.unit_ancestors a on a.unit_id = u.unit_id and a.ancestor_id <> a.unit_id
            and (a.valid @> c.period_to or (a.to_the_end and upper(a.valid) <= c.period_to))
    )
    select c.collection_id, c.basis, p.ancestor_id, c.cell, sum(c.number), sum(c.reported)::int, sum(c.unspecified)::int,
        sum(c.not_applicable)::int, sum(c.not_reported)::int
    from contributed c join paths p using (unit_id)
    where c.collection_id = of_collection
    group by c.collection_id, c.basis, p.ancestor_id, c.cell
$$;

-- What the reports of a unit and of all below it add up to, from the contributions and the tree alone.
create function totals_anew(of_collection int, of_basis figure_basis, of_unit uuid) returns setof contributed language sql stable as $$
    select of_collection, of_basis, of_unit, cell, sum(number), sum(reported)::int, sum(unspecified)::int, sum(not_applicable)::int,
        sum(not_reported)::int
    from contributed c
    where collection_id = of_collection and basis = of_basis and unit_id in (
        select a.unit_id from directory.unit_ancestors a join collections k on k.id = of_collection
        where a.ancestor_id = of_unit and (a.valid @> k.period_to or (a.to_the_end and upper(a.valid) <= k.period_to))
    )
    group by cell
$$;

-- Adds a collection up anew.
create function rebuild_figures(of_collection int) returns void language plpgsql as $$
begin
    perform pg_advisory_xact_lock(figures_gate());
    delete from figure_deltas where collection_id = of_collection;
    delete from figures where collection_id = of_collection;
    delete from figure_paths where collection_id = of_collection;
    insert into figure_paths
        select c.id, u.unit_id, above(u.unit_id, c.period_to)
        from collections c, (select distinct unit_id from contributions where collection_id = of_collection and cell = '*') u
        where c.id = of_collection;
    insert into figures select * from figures_anew(of_collection);
end $$;

-- Facts as facts_of() tells them, without the subtrees of some units below: those that report on their own.
create function facts_without(unit uuid, window_from date, window_to date, without uuid[])
returns table (
    event_id uuid, source text, sequence bigint, type text, subject text, version int, unit_id uuid,
    first_day date, last_day date, redates text, data jsonb, certain boolean, is_paper boolean, is_case boolean
) language sql stable as $$
    select f.* from facts_of(unit, window_from, window_to) f
    where cardinality(without) = 0
        or (f.unit_id <> all (without) and not exists (select from above(f.unit_id, window_to) a where a = any (without)))
$$;

-- What a unit made of its figures at a time, for good; a later edition says why.
create table consolidations (
    id            uuid        primary key,
    version       int         not null,
    unit_id       uuid        not null,
    form          text        not null,
    form_version  int         not null,
    regime        text        not null,
    period_kind   text        not null,
    period_year   int         not null,
    period_index  int         not null,
    period_to     date        not null,
    edition       int         not null,
    reason        text,
    content       text        not null,
    content_hash  text        not null,
    consolidated_by text      not null,
    consolidated_at timestamptz not null,
    constraint one_edition_of_a_consolidation unique (form, unit_id, regime, period_kind, period_year, period_index, edition)
);
