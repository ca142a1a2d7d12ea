-- Programs that may ask for tokens, and the keys that tokens are signed with.

create table api_clients (
    id              uuid        primary key,
    version         int         not null,
    name            text        not null,
    login           text        not null unique,
    unit_id         uuid        not null,
    scopes          text[]      not null,
    registered      timestamptz not null,
    disabled        timestamptz,
    disabled_reason text
);
create index api_clients_by_unit on api_clients (unit_id);

create table api_client_secrets (
    id        uuid        primary key,
    client_id uuid        not null references api_clients (id),
    hash      bytea       not null,
    issued    timestamptz not null,
    expires   timestamptz
);
create index api_client_secrets_by_client on api_client_secrets (client_id);

create table signing_keys (
    id        text        primary key,
    issued    timestamptz not null,
    -- Public half as a JWK, private half encrypted (AES-256-GCM: nonce, tag, ciphertext).
    public    jsonb       not null,
    encrypted bytea       not null,
    retired   timestamptz
);
