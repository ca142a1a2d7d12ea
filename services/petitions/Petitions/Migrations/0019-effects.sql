-- What decisions have brought about and who was protected, as the journal tells it: counted like visits and reminders.
create table counted_effects (
    sequence           bigint primary key,
    petition_id        uuid    not null,
    unit_id            uuid    not null,
    effective_on       date    not null,
    kind               text    not null,
    field              text    not null,
    money_recovered    bigint  not null,
    money_returned     bigint  not null,
    land_recovered     bigint  not null,
    land_returned      bigint  not null,
    people_sanctioned integer not null
);
create index counted_effects_by_day on counted_effects (unit_id, effective_on);

create table counted_protections (
    sequence    bigint not null,
    measure     text   not null,
    petition_id uuid   not null,
    unit_id     uuid   not null,
    ordered_on  date   not null,
    kind        text   not null,
    field       text   not null,
    primary key (sequence, measure)
);
create index counted_protections_by_day on counted_protections (unit_id, ordered_on);
