-- Who goes on for a unit that has ended may owe an answer on the same petition already: each letter stays owed, and asks a unit once.
alter table co_handlers add column asked_unit_id uuid;
update co_handlers set asked_unit_id = unit_id;
alter table co_handlers alter column asked_unit_id set not null;
drop index co_handlers_petition;
create unique index co_handlers_petition on co_handlers (petition_id, asked_unit_id) where answered_on is null;

-- What is due in a unit.
create index co_handlers_due on co_handlers (unit_id, due_on) where answered_on is null;
