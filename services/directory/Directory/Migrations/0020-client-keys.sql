-- What a client may send (its quota class at the gateway), its public keys (RFC 7523), and what guards the token endpoint.

alter table api_clients
    add column quota text not null default 'standard',
    -- A day, written once a day: it says whether a client still lives, not what it does.
    add column last_used_on date;

create table api_client_keys (
    id        uuid        primary key,
    client_id uuid        not null references api_clients (id),
    kid       text        not null,
    jwk       jsonb       not null,
    added     timestamptz not null,
    expires   timestamptz
);
create index api_client_keys_by_client on api_client_keys (client_id);

-- Assertions that were used. Each is good once, whichever instance it is shown to, so the first row wins; it stays until the assertion has expired.
create table client_assertions (
    client_id uuid        not null,
    jti       bytea       not null,
    expires   timestamptz not null,
    primary key (client_id, jti)
);
create index client_assertions_by_end on client_assertions (expires);

-- Refused attempts by client and address, and by address, under a hash of both. Lost in a crash: a guesser then gets a few tries more.
create unlogged table token_failures (
    key      bytea       primary key,
    failures int         not null,
    last     timestamptz not null
);
create index token_failures_by_last on token_failures (last);
