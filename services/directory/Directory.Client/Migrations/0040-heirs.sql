-- The one of several successors that goes on with the open work, where a split names it.
alter table directory.unit_endings add column heir uuid;
