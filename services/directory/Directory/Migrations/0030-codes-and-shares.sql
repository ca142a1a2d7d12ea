-- Codes of several schemes at once, parts of a split unit, and names as people write them.

-- Codes besides the first, written QD20:H20.1; hardly any unit has one, so the index holds only those that do.
alter table unit_periods add column further_codes text[] not null default '{}';
create index unit_periods_by_further_codes on unit_periods using gin (further_codes) where further_codes <> '{}';

-- The part of a predecessor that came over, of 1; null: whole, or not told.
alter table unit_predecessors add column share numeric check (share > 0 and share < 1);

-- A name without its kind, as it is looked for: "cao lanh" of the district Cao Lãnh, the ward Cao Lãnh …
create index unit_periods_by_bare_name on unit_periods (fold(name));
create index unit_periods_by_folded_name on unit_periods (folded);

-- What a unit became by acts after a day, up to another; the unit itself among them. What came over to a unit that was there already is no part of what
-- that unit had given away before, or gave away on the same day.
create function successors_of(unit uuid, after date, until date) returns table (id uuid, legal_basis text) language sql stable as $$
    with recursive became (id, since, is_new, basis) as (
        select unit, after, false, null::text
        union
        select p.successor_id, p.effective_on,
            p.effective_on = (select min(valid_from) from unit_periods where unit_id = p.successor_id),
            concat_ws('; ', became.basis, p.legal_basis)
        from became join unit_predecessors p on p.predecessor_id = became.id
        where p.effective_on <= until and (p.effective_on > became.since or (is_new and p.effective_on = became.since))
    )
    select id, min(basis) from became group by id
$$;

-- What a unit came out of by acts after a day, up to another; the unit itself among them. The inverse of successors_of.
create function predecessors_of(unit uuid, after date, until date) returns table (id uuid, legal_basis text) language sql stable as $$
    with recursive came (id, before, including, basis) as (
        select unit, until, true, null::text
        union
        select p.predecessor_id, p.effective_on,
            p.effective_on = (select min(valid_from) from unit_periods where unit_id = p.predecessor_id),
            concat_ws('; ', p.legal_basis, came.basis)
        from came join unit_predecessors p on p.successor_id = came.id
        where p.effective_on > after and (p.effective_on < came.before or (including and p.effective_on = came.before))
    )
    select id, min(basis) from came group by id
$$;

create function stands_on(unit uuid, day date) returns boolean language sql stable as $$
    select exists (select from unit_periods where unit_id = unit and valid_from <= day and (valid_to is null or day < valid_to))
$$;

-- The units that stand today where a unit stood since a day: itself (SAME), what it became (SUCCESSOR), or, when it went without a successor as the
-- districts did, what became of the units below it (TERRITORY; id is null for those of whom nothing tells it).
create function standing_today(unit uuid, since date, today date) returns table (id uuid, how text, legal_basis text) language sql stable as $$
    with own as (
        select s.id, s.legal_basis from successors_of(unit, since, today) s where stands_on(s.id, today)
    ),
    below as (
        select distinct c.unit_id as child, s.id, s.legal_basis, stands_on(s.id, today) as stands
        from unit_periods c cross join lateral successors_of(c.unit_id, c.valid_from, today) s
        where c.parent_id = unit and c.code_scheme = 'ADMINISTRATIVE' and not exists (select from own)
            and c.valid_to = (select max(valid_to) from unit_periods where unit_id = unit)
    ),
    ending as (
        select ending_legal_basis as basis from units where units.id = unit
    )
    select own.id, case when own.id = unit then 'SAME' else 'SUCCESSOR' end, own.legal_basis from own
    union all
    select below.id, 'TERRITORY', min(coalesce(below.legal_basis, ending.basis)) from below, ending where stands group by below.id
    union all
    select null, 'TERRITORY', min(ending.basis) from below, ending group by below.child having not bool_or(stands)
$$;
