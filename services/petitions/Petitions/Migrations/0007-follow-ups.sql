-- What was sent on and must be answered: one forwarding for a content, so one row for a petition.
create table follow_ups (
    id            uuid primary key,
    version       integer not null,
    unit_id       uuid not null,
    petition_id   uuid not null unique references petitions on delete cascade,
    kind          text not null,
    field         text not null,
    to_unit_id    uuid not null,
    sent_on       date not null,
    letter_number text not null,
    answer_due_on date,
    reminders     jsonb not null default '[]',
    entered_as    uuid unique references petitions on delete set null,
    answered_on   date,
    answer_number text,
    result        text,
    tell_by       date,
    told_on       date,
    told_by       text
);

create index follow_ups_unit on follow_ups (unit_id, id);
create index follow_ups_open on follow_ups (answer_due_on) where answered_on is null;
create index follow_ups_to on follow_ups (to_unit_id, id) where answered_on is null and entered_as is null;

insert into follow_ups (id, version, unit_id, petition_id, kind, field, to_unit_id, sent_on, letter_number)
select gen_random_uuid(), 0, unit_id, id, kind, field, to_unit_id, closed_on, coalesce(document_number, '')
from petitions where state = 'FORWARDED' and to_unit_id is not null;

-- The same from the side of the unit that it was sent to, until that unit has entered it in its book or answered.
create view incoming as
select f.id, f.petition_id, f.to_unit_id as unit_id, f.unit_id as from_unit_id, f.kind, f.field, f.sent_on, f.letter_number, p.summary
from follow_ups f join petitions p on p.id = f.petition_id
where f.answered_on is null and f.entered_as is null;
