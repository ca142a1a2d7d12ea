-- Staff accounts, roles, and signing in.

create table roles (
    id      uuid   primary key,
    version int    not null,
    code    text   not null unique,
    name    text   not null,
    scopes  text[] not null
);

create table accounts (
    id                   uuid        primary key,
    version              int         not null,
    user_name            text        not null unique,
    unit_id              uuid        not null references units (id) deferrable initially deferred,
    person_id            uuid        references people (id),
    created              timestamptz not null,
    -- PBKDF2 with salt and iterations, in the framework's own format.
    password_hash        text        not null,
    password_expires     timestamptz,
    must_change_password boolean     not null,
    locked_until         timestamptz,
    disabled             timestamptz,
    disabled_reason      text,
    -- The secret of the second factor, encrypted (AES-256-GCM: nonce, tag, ciphertext), and the last step that a code was taken of.
    totp                 bytea,
    totp_step            bigint,
    totp_pending         bytea
);
create index accounts_by_unit on accounts (unit_id);

create table account_roles (
    id         uuid primary key,
    account_id uuid not null references accounts (id),
    role_id    uuid not null references roles (id),
    valid_from date not null,
    valid_to   date check (valid_to > valid_from)
);
create index account_roles_by_account on account_roles (account_id);

create table account_recovery_codes (
    account_id uuid        not null references accounts (id),
    hash       bytea       not null,
    used       timestamptz,
    primary key (account_id, hash)
);

-- Failed sign-ins, by account; for names that nobody has, by one of 4,096 numbers of the name: known or not, a sign-in does the same work.
create table sign_in_guards (
    id           uuid        primary key,
    failures     int         not null,
    locks        int         not null,
    locked_until timestamptz,
    last_try     timestamptz
);

-- A sign-in under way: what was asked for, how far it is, and the hash of the secret that goes on with it.
create table sign_ins (
    id           uuid        primary key,
    hash         bytea       not null unique,
    stage        text        not null,
    account_id   uuid        not null references accounts (id),
    app          text        not null,
    redirect_uri text        not null,
    challenge    text        not null,
    scopes       text[],
    state        text,
    expires      timestamptz not null,
    session_id   uuid
);
create index sign_ins_by_expiry on sign_ins (expires);

create table staff_sessions (
    id         uuid        primary key,
    version    int         not null,
    account_id uuid        not null references accounts (id),
    unit_id    uuid        not null,
    app        text        not null,
    scopes     text[],
    started    timestamptz not null,
    ended      timestamptz,
    end_reason text
);
create index staff_sessions_open on staff_sessions (account_id) where ended is null;

-- Every refresh token of a session, used ones too: one that comes a second time ends the session.
create table refresh_tokens (
    hash       bytea       primary key,
    session_id uuid        not null references staff_sessions (id) deferrable initially deferred,
    expires    timestamptz not null,
    used       timestamptz
);
create index refresh_tokens_by_expiry on refresh_tokens (expires);
