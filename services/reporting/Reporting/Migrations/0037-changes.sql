-- What changed in what reports say, step by step, for those who keep a copy elsewhere and for those who ask who changed what. The order of the steps is that of
-- the journal: each is written with the event of its version, and what is not there yet gets a later number.

-- The cells of a frozen report that say something.
create function said(content text) returns table (cell text, value jsonb, place bigint) language sql immutable as $$
    select c ->> 'code', jsonb_strip_nulls(c -> 'value'), place
    from jsonb_array_elements(content::jsonb -> 'cells') with ordinality as cells (c, place)
    where c -> 'value' ->> 'state' <> 'NOT_REPORTED'
$$;

-- The cells that say something else; one that says nothing any more has no 'after'.
create function said_else(before text, after text) returns jsonb language sql immutable as $$
    select coalesce(
        jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object('code', cell, 'before', b.value, 'after', a.value)) order by coalesce(a.place, b.place), cell
        ), '[]'
    )
    from said(before) b full join said(after) a using (cell)
    where a.value is distinct from b.value
$$;

-- Rows are only added.
create table report_changes (
    report_id uuid  not null references reports (id),
    -- Of the report after the step, and so of the event that tells of it.
    version   int   not null,
    edition   int   not null,
    was       text,
    state     text  not null,
    reason    text,
    cells     jsonb not null,
    primary key (report_id, version)
);

-- A report that is sent says what it says instead of what its edition before did, and takes that back when it is returned. Here and not in each step, so that
-- an instance of the version before tells of its changes too.
create function record_change_of_report() returns trigger language plpgsql as $$
declare
    approved text := (select content from report_editions where report_id = new.id and edition = new.edition - 1);
begin
    insert into report_changes (report_id, version, edition, was, state, reason, cells)
    values (
        new.id, new.version, new.edition, old.state, new.state,
        case new.state when 'RETURNED' then new.return_reason when 'CORRECTING' then new.correction_reason end,
        case new.state
            when 'SUBMITTED' then said_else(approved, new.content)
            when 'RETURNED' then said_else(old.content, approved)
            when 'APPROVED' then said_else(approved, new.content)
            else '[]'
        end
    );
    return null;
end $$;
create trigger changes_are_recorded after update of state on reports for each row
    when (old.state is distinct from new.state) execute function record_change_of_report();

create index cell_entries_by_time on cell_entries (entered_at);
