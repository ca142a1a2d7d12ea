-- The paths of a collection in one pass: who is above each unit that contributes, as the tree stood on the last day of the period.
create function paths_anew(of_collection int) returns setof figure_paths language sql stable as $$
    select c.id, a.unit_id, a.ancestor_id
    from (select distinct unit_id from contributions where collection_id = of_collection and cell = '*') u
    join collections c on c.id = of_collection
    join directory.unit_ancestors a on a.unit_id = u.unit_id and a.ancestor_id <> a.unit_id
        and (a.valid @> c.period_to or (a.to_the_end and upper(a.valid) <= c.period_to))
$$;

create or replace function figures_anew(of_collection int) returns setof figures language sql stable set enable_nestloop = off as $$
    with paths as materialized (select * from paths_anew(of_collection))
    select c.collection_id, c.basis, p.ancestor_id, c.cell, sum(c.number), sum(c.reported)::int, sum(c.unspecified)::int,
        sum(c.not_applicable)::int, sum(c.not_reported)::int
    from passed_on c join paths p using (unit_id)
    where c.collection_id = of_collection
    group by c.collection_id, c.basis, p.ancestor_id, c.cell
$$;

-- Writes what differs and nothing else: to repair one figure does not write a million.
create or replace function rebuild_figures(of_collection int) returns void language plpgsql set enable_nestloop = off as $$
begin
    perform pg_advisory_xact_lock(figures_gate());
    delete from figure_deltas where collection_id = of_collection;
    delete from figure_paths where collection_id = of_collection;
    insert into figure_paths select * from paths_anew(of_collection);
    if not exists (select from figures where collection_id = of_collection) then
        insert into figures select * from figures_anew(of_collection);
        return;
    end if;
    with anew as materialized (select * from figures_anew(of_collection)),
    gone as (
        delete from figures f where f.collection_id = of_collection
            and not exists (select from anew a where (a.basis, a.unit_id, a.cell) = (f.basis, f.unit_id, f.cell))
    )
    insert into figures select * from (table anew except select * from figures where collection_id = of_collection) different
    on conflict (collection_id, basis, unit_id, cell) do update set
        number = excluded.number,
        reported = excluded.reported,
        unspecified = excluded.unspecified,
        not_applicable = excluded.not_applicable,
        not_reported = excluded.not_reported;
end $$;
