#!/bin/bash
# Runs once in a fresh PostgreSQL container: a database and a role a service, each closed to the others.
set -euo pipefail
for service in directory petitions reporting conferences awards subscriptions; do
    psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres -v name="danvan_$service" -v password="$(cat "/run/secrets/postgres-$service")" << 'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name";
revoke all on database :"name" from public;
SQL
    psql -v ON_ERROR_STOP=1 --username postgres --dbname "danvan_$service" -v name="danvan_$service" << 'SQL'
create extension if not exists unaccent;
create extension if not exists pg_trgm;
create extension if not exists btree_gist;
revoke all on schema public from public;
grant all on schema public to :"name";
SQL
done
