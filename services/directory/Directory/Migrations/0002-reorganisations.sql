-- Which unit goes up in which on a date: declared from a file, carried out with the list of units of that date.

create table reorganisations (
    id           uuid primary key,
    version      int  not null,
    effective_on date not null unique,
    legal_basis  text not null,
    mergers      int  not null
);

create table declared_mergers (
    effective_on  date not null,
    old_code      text not null,
    old_full_name text not null,
    new_code      text not null,
    new_full_name text not null,
    primary key (effective_on, old_code)
);
