-- Papers (đơn) are told from cases (vụ việc): by where a petition was split off, and by what has become a paper of another case.
create index facts_merged on facts (subject) where type = 'vn.danvan.petitions.petition-merged.v1';
create index facts_classified on facts (subject, version) where type = 'vn.danvan.petitions.petition-classified.v1';

-- As in 0001. Beside that, what was received counts under the kind that it was found to be, by content and whatever its title says; and of each fact is told
-- whether it is about a paper, not about a part that was split off one, and whether about a case, not about a paper that was joined to another's.

-- Facts that touch a window, of a unit and of all that stood below it on the window's last day; a unit that had ended by then counts where it stood at
-- its end. A fact put on another day stands there instead. `certain`: it lies inside the window whatever its exact day was.
drop function facts_of;
create function facts_of(unit uuid, window_from date, window_to date)
returns table (
    event_id uuid, source text, sequence bigint, type text, subject text, version int, unit_id uuid,
    first_day date, last_day date, redates text, data jsonb, certain boolean, is_paper boolean, is_case boolean
) language sql stable as $$
    with subtree as materialized (
        select distinct a.unit_id from directory.unit_ancestors a
        where a.ancestor_id = unit and (a.valid @> window_to or (a.to_the_end and upper(a.valid) <= window_to))
    ),
    redating as (
        select distinct on (r.subject, r.redates) r.subject, r.redates as type, r.first_day, r.last_day
        from facts r where r.redates is not null
        order by r.subject, r.redates, r.version desc
    ),
    placed as (
        -- No stretch of uncertain days is longer than a year.
        select f.* from subtree join facts f on f.unit_id = subtree.unit_id and f.first_day between window_from - 366 and window_to
        where not exists (select from facts r where r.redates = f.type and r.subject = f.subject)
        union all
        select f.event_id, f.source, f.sequence, f.type, f.subject, f.version, f.unit_id, r.first_day, r.last_day, f.redates, f.data
        from redating r join facts f on f.subject = r.subject and f.type = r.type join subtree on subtree.unit_id = f.unit_id
        where r.first_day <= window_to
    )
    select p.event_id, p.source, p.sequence, p.type, p.subject, p.version, p.unit_id, p.first_day, p.last_day, p.redates,
        case when p.type = 'vn.danvan.petitions.petition-received.v1' then p.data || coalesce(found.kind, '{}') else p.data end,
        p.first_day >= window_from and p.last_day <= window_to,
        p.data ->> 'paperId' is null,
        p.source <> '/danvan/petitions' or not exists (
            select from facts merged where merged.subject = p.subject and merged.type = 'vn.danvan.petitions.petition-merged.v1'
        )
    from placed p left join lateral (
        select jsonb_build_object('kind', c.data -> 'kind') as kind from facts c
        where c.subject = p.subject and c.type = 'vn.danvan.petitions.petition-classified.v1'
            and p.type = 'vn.danvan.petitions.petition-received.v1'
        order by c.version desc limit 1
    ) found on true
    where p.redates is null and p.last_day >= window_from
$$;
