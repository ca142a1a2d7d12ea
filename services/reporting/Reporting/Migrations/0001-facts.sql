-- What the other services announced, one row an event. Rows are only added: the event's id makes a second delivery, a replay or another order of
-- arrival change nothing. Every computed cell counts over this table, so every cell can name its events.
create table facts (
    event_id  uuid   primary key,
    source    text   not null,
    sequence  bigint not null,
    type      text   not null,
    subject   text   not null,
    version   int    not null,
    unit_id   uuid,
    -- The business day, or the first and last day it can have been where the source knows the month or the year only. Null: the source states none.
    first_day date,
    last_day  date,
    -- The type of an earlier event of the same subject that this one puts on another day.
    redates   text,
    -- The event's own data, as published: codes, days and numbers, never people. Formulas name its fields.
    data      jsonb  not null
);
create index facts_by_unit_and_day on facts (unit_id, first_day);
create index facts_redating on facts (subject, version) where redates is not null;
create index facts_redated on facts (subject) where type = 'vn.danvan.awards.award-decision-issued.v1';

-- Up to where each source has been read: the highest number seen of its journal.
create table watermarks (
    source   text   primary key,
    sequence bigint not null
);

-- Facts that touch a window, of a unit and of all that stood below it on the window's last day; a unit that had ended by then counts where it stood at
-- its end. A fact put on another day stands there instead. `certain`: it lies inside the window whatever its exact day was.
create function facts_of(unit uuid, window_from date, window_to date)
returns table (
    event_id uuid, source text, sequence bigint, type text, subject text, version int, unit_id uuid,
    first_day date, last_day date, redates text, data jsonb, certain boolean
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
    select p.*, p.first_day >= window_from and p.last_day <= window_to
    from placed p where p.redates is null and p.last_day >= window_from
$$;
