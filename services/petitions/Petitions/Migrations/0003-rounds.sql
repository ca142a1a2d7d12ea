-- The second complaint and the repeated denunciation go on from another petition.
alter table petitions
    add column round             integer not null default 1,
    add column first_petition_id uuid references petitions;

create index petitions_first on petitions (first_petition_id) where first_petition_id is not null;

-- What was taken back, the dialogues, and by when the decision that ended a petition is to be sent.
alter table petitions
    add column send_by     date,
    add column withdrawals jsonb not null default '[]',
    add column dialogues   jsonb not null default '[]';

-- A denunciation that the superior took over, a petition opened again: since when its clock runs anew.
alter table petitions
    add column restarted_on date,
    add column hand_overs   jsonb not null default '[]',
    add column reopenings   jsonb not null default '[]';
