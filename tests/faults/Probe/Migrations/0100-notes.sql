create table notes (id uuid primary key, version int not null, unit_id uuid, text text not null);

-- What each reaction has made of the events: a projection, a sum through the inbox, a batch.
create table projected (note uuid primary key, version int not null, text text not null, changes int not null);
create table tally (singleton boolean primary key default true check (singleton), total bigint not null);
insert into tally (total) values (0);
create table batched (event uuid primary key, source_sequence bigint not null);
