-- People are the directory's: a participant is a person of its register, known here by the replica (directory.people). What conferences said of people whom
-- they had entered themselves stays with the conference.

update participations one set name_as_printed = known.full_name
    from people known where known.id = one.person_id and one.name_as_printed is null;
alter table participations drop constraint participations_person_id_fkey;
drop table people;

create index people_by_name on directory.people using gin (to_tsvector('danvan_folded', name)) where name is not null;
