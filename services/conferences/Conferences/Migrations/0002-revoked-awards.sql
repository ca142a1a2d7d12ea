-- Number and date of a decision may be stated later than the decision itself, and an award may be revoked: each kind of event guards its columns.
alter table ceremony_awards
    add reference_version integer not null default 0,
    add revoked_whole boolean,
    add revoked_on date,
    add revocation_ground text,
    add revoked_collectives integer,
    add revoked_individuals integer,
    add revoked_households integer,
    add revoked_version integer not null default 0;
update ceremony_awards set reference_version = issued_version;
