-- The last number of a unit's series: a calendar year, or a type within a term. The row is locked while a number is given, so there are neither gaps nor repeats.
create table letter_numbers (
    unit_id uuid not null,
    series  text not null,
    last    integer not null,
    primary key (unit_id, series)
);

-- A letter as it was issued. It has places for the petitioner's name and address, never the name.
create table letters (
    id          uuid primary key,
    petition_id uuid not null references petitions,
    n           integer not null,
    unit_id     uuid not null,
    series      text not null,
    sequence    integer not null,
    number      text not null,
    form        text not null,
    addressee   text not null,
    issued_on   date not null,
    document    json not null,
    unique (petition_id, n),
    unique (unit_id, series, sequence)
);
