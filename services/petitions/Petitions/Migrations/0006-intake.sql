-- What was found before a petition is taken up: eligibility, competence, and how long a filed one is kept.
alter table petitions
    add column classified_on date,
    add column verdict       text,
    add column failed_checks text[] not null default '{}',
    add column competent     boolean,
    add column keep_until    date;

-- A case (vụ việc) gathers papers (đơn). It bears the id of the paper that opened it; its steps are taken on the leading one.
create table cases (
    id         uuid primary key,
    leading_id uuid not null,
    opened_on  date not null
);

-- paper_id: the paper of several contents that it was split from.
alter table petitions
    add column case_id  uuid,
    add column paper_id uuid references petitions;
insert into cases select id, id, received_on from petitions;
update petitions set case_id = id;
alter table petitions
    alter column case_id set not null,
    add constraint petitions_case foreign key (case_id) references cases deferrable initially deferred;
alter table cases add foreign key (leading_id) references petitions on delete cascade deferrable initially deferred;
create index petitions_by_case on petitions (case_id);
create index petitions_by_paper on petitions (paper_id) where paper_id is not null;
create index cases_by_leading on cases (leading_id);

-- Whether two papers are of one person: keyed hashes (HMAC), whose key the database never sees. A row goes with its petition.
create table petitioner_keys (
    petition_id uuid not null references petitions on delete cascade deferrable initially deferred,
    same        text not null,
    key         bytea not null,
    primary key (petition_id, same)
);
create index petitioner_keys_by_key on petitioner_keys (key);

-- Papers of similar content; pg_trgm is in every database of the platform (deploy/postgres/template.sql).
create index petitions_by_content on petitions using gin (summary gin_trgm_ops);

-- How many signed, and how many represent them. Who they are is sealed.
alter table petitions
    add column signatories     integer not null default 1,
    add column representatives integer,
    add column appointed_on    date;
