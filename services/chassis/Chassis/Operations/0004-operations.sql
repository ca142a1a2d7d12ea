-- Long jobs: who asked for what, how far it is, and what came of it. A worker holds one under a lease by the clock of the database.
create table chassis.operations (
    id uuid primary key,
    kind text not null,
    input jsonb not null,
    subject text not null, -- the caller on whose behalf it runs
    issuer text not null,
    unit uuid,
    scopes text[] not null,
    status text not null default 'QUEUED' check (status in ('QUEUED', 'RUNNING', 'SUCCEEDED', 'FAILED')),
    done bigint not null default 0,
    total bigint,
    result jsonb,
    problem jsonb,
    created timestamptz not null default now(),
    finished timestamptz,
    attempts int not null default 0,
    lease uuid,
    lease_until timestamptz
);

create index operations_waiting on chassis.operations (created) where status in ('QUEUED', 'RUNNING');
