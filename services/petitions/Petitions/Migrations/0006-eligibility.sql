-- What was found before a petition is taken up: eligibility, competence, and how long a filed one is kept.
alter table petitions
    add column classified_on date,
    add column verdict       text,
    add column failed_checks text[] not null default '{}',
    add column competent     boolean,
    add column keep_until    date;
