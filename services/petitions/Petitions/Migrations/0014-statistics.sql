-- What the statistics count, folded from the journal by the service. It can be emptied, with counted_to set to 0, and is then folded anew.
create table counted_to (
    singleton boolean primary key default true check (singleton),
    sequence  bigint  not null
);
insert into counted_to (sequence) values (0);

-- A stretch of time in which a unit has a petition to deal with. Rows are versions: what was known while the journal stood between from_sequence and
-- until_sequence, so that a figure of the past can be asked for again. ended_on is infinity while it is not dealt with.
create table counted_spells (
    petition_id    uuid    not null,
    number         integer not null,
    from_sequence  bigint  not null,
    until_sequence bigint,
    unit_id        uuid    not null,
    entry          text    not null,
    started_on     date    not null,
    came_accepted  boolean not null,
    accepted_on    date,
    ended_on       date    not null,
    ending         text,
    outcome        text,
    in_time        boolean not null,
    kind           text    not null,
    field          text    not null,
    round          integer not null,
    competent      boolean,
    verdict        text,
    is_part        boolean not null,
    is_duplicate   boolean not null,
    is_group       boolean not null,
    primary key (petition_id, number, from_sequence)
);
-- A window reads what was open in it or ended since its first day; a past position reads beside that what has changed since.
create index counted_spells_now on counted_spells (unit_id, ended_on) where until_sequence is null;
create index counted_spells_then on counted_spells (unit_id, until_sequence) where until_sequence is not null;

-- Sessions of citizen reception, who was heard in them, and reminders: they happen once and are never counted otherwise.
create table counted_sessions (
    reception_id uuid    primary key,
    sequence     bigint  not null,
    unit_id      uuid    not null,
    held_on      date    not null,
    session      text    not null,
    received_by  text    not null,
    is_online    boolean not null
);
create index counted_sessions_by_day on counted_sessions (unit_id, held_on);

create table counted_visits (
    visit_id    uuid    primary key,
    sequence    bigint  not null,
    unit_id     uuid    not null,
    held_on     date    not null,
    session     text    not null,
    received_by text    not null,
    is_online   boolean not null,
    kind        text    not null,
    field       text    not null,
    people      integer not null,
    is_group    boolean not null,
    is_new_case boolean not null,
    outcome     text    not null
);
create index counted_visits_by_day on counted_visits (unit_id, held_on);

create table counted_reminders (
    sequence    bigint primary key,
    petition_id uuid   not null,
    unit_id     uuid   not null,
    sent_on     date   not null,
    kind        text   not null,
    field       text   not null
);
create index counted_reminders_by_day on counted_reminders (unit_id, sent_on);
