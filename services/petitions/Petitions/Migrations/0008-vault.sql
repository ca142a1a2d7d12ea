alter table sealed_identities add column erased_on date;

-- What is wrapped by a key of the past is found and wrapped anew.
create index sealed_identities_key on sealed_identities (key_id) where erased_on is null;

-- Who may open the identity behind a petition, what for and until when.
create table identity_grants (
    id          uuid primary key,
    petition_id uuid not null references petitions on delete cascade,
    reader      text not null,
    purpose     text not null,
    granted_by  text not null,
    until       timestamptz not null,
    revoked_at  timestamptz
);

create index identity_grants_petition on identity_grants (petition_id, id);
