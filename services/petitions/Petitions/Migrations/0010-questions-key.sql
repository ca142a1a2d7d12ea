-- What is wrapped by a key of the past is found and wrapped anew.
create index questions_key on questions (key_id);
