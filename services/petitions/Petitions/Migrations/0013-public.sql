-- Ciphertext under the data key of the row, as the other columns: what else tells who petitions, and what of the place can.
alter table sealed_identities
    add column email   bytea,
    add column details bytea;

-- By what an application enters feedback through Open311: the hash of a random key, which acts for the client that asked for it.
create table intake_keys (
    id         uuid primary key,
    version    integer not null,
    unit_id    uuid not null,
    client     text not null,
    name       text not null,
    hash       bytea not null unique,
    issued_on  date not null,
    expires_on date not null,
    ended_on   date
);

create index intake_keys_unit on intake_keys (unit_id, id);
create index intake_keys_client on intake_keys (client) where ended_on is null;

-- What came in through Open311, and whether the public sees it there.
create table public_requests (
    petition_id uuid primary key references petitions on delete cascade,
    received_at timestamptz not null,
    listing     text not null,
    held_for    text[] not null,
    reviewed_on date
);

create index public_requests_received on public_requests (received_at);
create index public_requests_held on public_requests (petition_id) where listing = 'HELD';

-- Who has sent what of late, for the quotas: keyed hashes that go with the hours they are counted in, tied to no petition.
create table recent_intakes (
    id      bigint generated always as identity primary key,
    at      timestamptz not null,
    sender  bytea not null,
    address bytea not null,
    content bytea not null
);

create index recent_intakes_at on recent_intakes (at);
create index recent_intakes_sender on recent_intakes (sender, at);
create index recent_intakes_address on recent_intakes (address, at);
create index recent_intakes_content on recent_intakes (content, at);

-- What a unit lets the public read of a resolution.
create table publications (
    id           uuid primary key,
    petition_id  uuid not null unique references petitions on delete cascade,
    text         text not null,
    resolved_on  date not null,
    visible_from date not null,
    published_on date not null,
    withheld_for text,
    withheld_on  date
);

create index publications_shown on publications (id) where withheld_on is null;

-- The counts of a quarter as they are shown, small ones and their complements already left out; never counted again.
create table public_statistics (
    year     integer not null,
    quarter  integer not null,
    taken_on date not null,
    units    jsonb not null,
    primary key (year, quarter)
);
