-- The clock of a limit can stand: since when, and when it stood before.
alter table deadlines add column suspended_on date;
alter table deadlines add column pauses jsonb not null default '[]';

-- What a newer calendar may count otherwise.
create index deadlines_running on deadlines (calendar_version) where met_on is null and not superseded and suspended_on is null;
