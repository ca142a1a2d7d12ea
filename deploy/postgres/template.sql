-- Runs once in danvan_template, from which each service's database is copied: extensions need the superuser, services do not.
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
revoke all on schema public from public;
