-- The working calendar: days that differ from the plain week.

create table calendars (
    id      uuid primary key,
    version int  not null
);

create table calendar_days (
    calendar_id uuid    not null references calendars (id),
    date        date    not null,
    type        text    not null,
    name        text    not null,
    decision    text,
    version     int     not null,
    enabled     boolean not null,
    primary key (calendar_id, date)
);
