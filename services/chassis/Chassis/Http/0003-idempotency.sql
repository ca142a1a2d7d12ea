-- The first answer to each Idempotency-Key, kept for 24 hours and written in the transaction of what it answers.
create table chassis.idempotency (
    client text not null,
    key text not null,
    fingerprint bytea not null,
    status int not null,
    headers jsonb not null,
    body bytea, -- null: the answer held a secret or was too long to keep
    created timestamptz not null default now(),
    primary key (client, key)
);

create index idempotency_created on chassis.idempotency (created);
