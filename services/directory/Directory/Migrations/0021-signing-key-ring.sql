-- Signing keys that take turns: which key signs and which are published follows from these rows and the clock, so all instances agree without talking.

create table signing_key_ring (
    id      uuid primary key,
    version int  not null
);
insert into signing_key_ring (id, version) values ('00000000-0000-7000-8000-000000005e75', 0);

alter table signing_keys
    add column ring_id          uuid        not null default '00000000-0000-7000-8000-000000005e75' references signing_key_ring (id),
    add column signs_from       timestamptz not null default now(),
    add column withdrawn        timestamptz,
    add column withdrawn_reason text,
    -- Of a key that has left the published ones the private half is removed.
    alter column encrypted drop not null;
update signing_keys set signs_from = issued;
