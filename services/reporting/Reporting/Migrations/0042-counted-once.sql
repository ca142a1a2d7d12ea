-- People are counted once: who stands in the reports of two units would stand twice in their sum. What a unit says of them covers all below it and adds nothing to
-- the units above, which learn only that there are some.

alter table contributions add column alone boolean not null default false;

-- What the units above add up of it.
create view passed_on as
    select collection_id, basis, unit_id, cell,
        case when alone then 0 else coalesce(number, 0) end as number,
        (state = 'REPORTED' and not alone)::int as reported,
        (state = 'UNSPECIFIED' or at_least or (state = 'REPORTED' and alone))::int as unspecified,
        (state = 'NOT_APPLICABLE')::int as not_applicable,
        (state = 'NOT_REPORTED')::int as not_reported
    from contributions;

-- As before, with what stands alone.
create or replace function contributions_of(of_collection int, of_basis figure_basis, of_unit uuid) returns jsonb language sql stable as $$
    select coalesce(
        jsonb_agg(jsonb_build_object('cell', cell, 'state', state, 'number', number, 'atLeast', at_least, 'text', text, 'alone', alone)), '[]'
    )
    from contributions where (collection_id, basis, unit_id) = (of_collection, of_basis, of_unit)
$$;

-- As before, adding up what is passed on.
create or replace function contribute(of_collection int, of_basis figure_basis, of_unit uuid, adds jsonb) returns void language plpgsql as $$
declare
    had passed_on[];
begin
    perform pg_advisory_xact_lock_shared(figures_gate());
    -- The first time only. Later paths change with everything that was added along them, by follow_tree().
    insert into figure_paths
        select of_collection, of_unit, above(of_unit, period_to) from collections where id = of_collection
            and not exists (select from figure_paths p where p.collection_id = of_collection and p.unit_id = of_unit)
            and not exists (select from contributions c where c.collection_id = of_collection and c.unit_id = of_unit and c.cell = '*');
    had := array(select c from passed_on c where (c.collection_id, c.basis, c.unit_id) = (of_collection, of_basis, of_unit));
    delete from contributions c where (c.collection_id, c.basis, c.unit_id) = (of_collection, of_basis, of_unit);
    insert into contributions (collection_id, basis, unit_id, cell, state, number, at_least, text, alone)
        select of_collection, of_basis, of_unit, a.cell, a.state, a.number, coalesce(a."atLeast", false), a.text, coalesce(a.alone, false)
        from jsonb_to_recordset(adds) as a (cell text, state cell_state, number numeric, "atLeast" boolean, text text, alone boolean);
    insert into figure_deltas (collection_id, basis, unit_id, cells, number, reported, unspecified, not_applicable, not_reported)
        select of_collection, of_basis, of_unit, array_agg(cell), array_agg(number), array_agg(reported), array_agg(unspecified),
            array_agg(not_applicable), array_agg(not_reported)
        from (
            select cell, sum(sign * number) as number, sum(sign * reported)::int as reported, sum(sign * unspecified)::int as unspecified,
                sum(sign * not_applicable)::int as not_applicable, sum(sign * not_reported)::int as not_reported
            from (
                select 1 as sign, c.* from passed_on c where (c.collection_id, c.basis, c.unit_id) = (of_collection, of_basis, of_unit)
                union all
                select -1, h.* from unnest(had) h
            ) both_sides
            group by cell
        ) change
        where (number, reported, unspecified, not_applicable, not_reported) <> (0, 0, 0, 0, 0)
        having count(*) > 0;
end $$;

create or replace function follow_tree() returns void language plpgsql as $$
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
        join passed_on c on c.collection_id = m.collection_id and c.unit_id = m.unit_id
        group by c.collection_id, c.basis, m.ancestor_id, c.cell
        on conflict (collection_id, basis, unit_id, cell) do update set
            number = f.number + excluded.number,
            reported = f.reported + excluded.reported,
            unspecified = f.unspecified + excluded.unspecified,
            not_applicable = f.not_applicable + excluded.not_applicable,
            not_reported = f.not_reported + excluded.not_reported;
end $$;

create or replace function figures_anew(of_collection int) returns setof figures language sql stable as $$
    with paths as materialized (
        select u.unit_id, a.ancestor_id
        from (select distinct unit_id from contributions where collection_id = of_collection and cell = '*') u
        join collections c on c.id = of_collection
        join directory.unit_ancestors a on a.unit_id = u.unit_id and a.ancestor_id <> a.unit_id
            and (a.valid @> c.period_to or (a.to_the_end and upper(a.valid) <= c.period_to))
    )
    select c.collection_id, c.basis, p.ancestor_id, c.cell, sum(c.number), sum(c.reported)::int, sum(c.unspecified)::int,
        sum(c.not_applicable)::int, sum(c.not_reported)::int
    from passed_on c join paths p using (unit_id)
    where c.collection_id = of_collection
    group by c.collection_id, c.basis, p.ancestor_id, c.cell
$$;

create or replace function totals_anew(of_collection int, of_basis figure_basis, of_unit uuid) returns setof contributed language sql stable as $$
    select of_collection, of_basis, of_unit, cell, sum(number), sum(reported)::int, sum(unspecified)::int, sum(not_applicable)::int,
        sum(not_reported)::int
    from (select * from contributed where unit_id = of_unit union all select * from passed_on where unit_id <> of_unit) c
    where collection_id = of_collection and basis = of_basis and unit_id in (
        select a.unit_id from directory.unit_ancestors a join collections k on k.id = of_collection
        where a.ancestor_id = of_unit and (a.valid @> k.period_to or (a.to_the_end and upper(a.valid) <= k.period_to))
    )
    group by cell
$$;
