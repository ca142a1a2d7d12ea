-- Words by which a petition is found: each as it is spelled, with "=" before it and its tone at its end (hoà, hòa), and folded, without tones and marks
-- and with đ as d. Letters and numbers are words of their own: 33/QĐ-UBND is three. The service's SearchQuery spells what is asked for in the same way.
create function search_words(value text) returns tsvector language sql immutable strict parallel safe as $$
    select coalesce(
        string_agg(
            translate(word[1], E'đ\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b', 'd') || ':' || least(place, 16383)
                || ' =' || translate(word[1], E'\u0300\u0301\u0303\u0309\u0323', '')
                || translate(word[1], E'abcdefghijklmnopqrstuvwxyzđ0123456789\u0302\u0306\u031b', '') || ':' || least(place, 16383),
            ' '
        ), ''
    )::tsvector
    from regexp_matches(
        -- Of all marks those of Vietnamese stay.
        regexp_replace(
            translate(lower(normalize(value, nfd)), 'Đ', 'đ'), '[\u0304\u0305\u0307\u0308\u030a-\u031a\u031c-\u0322\u0324-\u036f]', '', 'g'
        ),
        '[a-zđ][a-zđ\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b]*|[0-9]+', 'g'
    ) with ordinality as found (word, place)
$$;

-- In a table of its own: a step that changes no text, a recount above all, leaves the index alone.
create table petition_words (
    id    uuid primary key references petitions on delete cascade,
    words tsvector not null
);
-- Common words are to be known as such: they are read in the order of the book, rare ones by the index.
alter table petition_words alter column words set statistics 1000;

create function keep_petition_words() returns trigger language plpgsql as $$
begin
    insert into petition_words (id, words) values (
        new.id,
        search_words(concat_ws(' ', new.summary, new.forwarded_by, new.forwarding_letter, new.document_number))
    ) on conflict (id) do update set words = excluded.words;
    return null;
end $$;
create trigger petition_is_written after insert or update of summary, forwarded_by, forwarding_letter, document_number on petitions
    for each row execute function keep_petition_words();

insert into petition_words (id, words)
    select id, search_words(concat_ws(' ', summary, forwarded_by, forwarding_letter, document_number)) from petitions;
create index petitions_by_words on petition_words using gin (words);

-- The class of delay that was told to the unit above; none while the petition is in time.
alter table petitions add column escalated text;
create index petitions_by_escalation on petitions (escalated, due_on) where due_on is not null;
-- What falls due first in the whole country.
create index petitions_by_due on petitions (due_on, id) where due_on is not null;
