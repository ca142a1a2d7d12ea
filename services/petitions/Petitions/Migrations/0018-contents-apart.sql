-- The content stands beside its words: in the petition's row its index was written anew by every step, a recount above all, though no text changed.
alter table petition_words rename to former_words;
alter table former_words rename constraint petition_words_pkey to former_words_pkey;
create table petition_words (
    id      uuid primary key references petitions on delete cascade,
    words   tsvector not null,
    content text     not null
);
alter table petition_words alter column words set statistics 1000;
insert into petition_words (id, words, content) select id, words, summary from former_words join petitions using (id);
drop table former_words;
create index petitions_by_words on petition_words using gin (words);
drop index petitions_by_content;
create index petitions_by_content on petition_words using gin (content gin_trgm_ops);

create or replace function keep_petition_words() returns trigger language plpgsql as $$
begin
    insert into petition_words (id, words, content) values (
        new.id,
        search_words(concat_ws(' ', new.summary, new.forwarded_by, new.forwarding_letter, new.document_number)),
        new.summary
    ) on conflict (id) do update set words = excluded.words, content = excluded.content;
    return null;
end $$;
