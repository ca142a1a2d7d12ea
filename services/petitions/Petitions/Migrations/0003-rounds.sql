-- What was taken back, the dialogues, and by when the decision that ended a petition is to be sent.
alter table petitions
    add column send_by     date,
    add column withdrawals jsonb not null default '[]',
    add column dialogues   jsonb not null default '[]';
