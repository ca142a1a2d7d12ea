-- What is owed beside the handling: what was sent and to whom by role, since when a conclusion is posted, and what the limits of a receipt are counted from.
alter table petitions
    add column sendings         jsonb not null default '[]',
    add column posted_on        date,
    add column posting_ended_on date,
    add column known_on         date,
    add column about_regulation boolean not null default false;

-- Open limits are counted again when the rules have changed: by which they were counted, and where their number of days comes from.
alter table deadlines
    add column rules_version text not null default '',
    add column basis         text not null default 'LIMIT';
update deadlines set basis = 'DECIDED' where rule = 'TC.RES.EXT';
update deadlines set basis = 'LONGER'
    where (rule, count) in (('KN.R1', 45), ('KN.R1.REMOTE', 60), ('KN.R2', 60), ('KN.R2.REMOTE', 70), ('KN.APPEAL', 45));
create index deadlines_rules on deadlines (rules_version) where met_on is null and not superseded and suspended_on is null;

-- Those who signed a petition of several. Ciphertext only, as in sealed_identities.
create table sealed_signatories (
    id              uuid primary key,
    petition_id     uuid not null references petitions on delete cascade,
    key_id          text not null,
    wrapped_key     bytea not null,
    type            text not null,
    full_name       bytea not null,
    address         bytea not null,
    phone           bytea,
    identity_number bytea,
    email           bytea,
    details         bytea,
    representative  boolean not null,
    withdrawn_on    date,
    erased_on       date
);
create index sealed_signatories_petition on sealed_signatories (petition_id, id);
create index sealed_signatories_key on sealed_signatories (key_id) where erased_on is null;

-- Several people of one petition are found again.
alter table petitioner_keys drop constraint petitioner_keys_pkey, add primary key (petition_id, same, key);

-- Leave to read names the issuer of the reader's tokens too. What was given before names none, so it ends, and is given anew.
alter table identity_grants add column reader_issuer text not null default '';
alter table identity_grants alter column reader_issuer drop default;
update identity_grants set revoked_at = now() where revoked_at is null;

-- What is sent back may be forwarded again: one forwarding at a time, with a ledger of its own.
alter table follow_ups add column returned_on date, drop constraint follow_ups_petition_id_key;
create unique index follow_ups_petition on follow_ups (petition_id) where returned_on is null;
create index follow_ups_of_petition on follow_ups (petition_id);

-- Units that help with a petition of another, and by when.
create table co_handlers (
    id            uuid primary key,
    petition_id   uuid not null references petitions on delete cascade,
    unit_id       uuid not null,
    asked_on      date not null,
    letter_number text not null,
    due_on        date,
    answered_on   date,
    answer_number text
);
create index co_handlers_unit on co_handlers (unit_id, id);
create unique index co_handlers_petition on co_handlers (petition_id, unit_id) where answered_on is null;
