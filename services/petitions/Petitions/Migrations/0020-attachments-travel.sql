-- What comes with a petition goes along with it: several rows may have the same bytes. sealed_as is the file that the bytes were sealed for, keyed_for the petition
-- that the content key was made for, where it is another than the row's own.
alter table sealed_files
    add column sealed_as uuid,
    drop constraint sealed_files_blob_sha256_key;
create index sealed_files_blob on sealed_files (blob_sha256);
alter table attachments add column keyed_for uuid;

-- Bytes that a row gives up may be nobody's from then on. On conflict the row is written, not skipped: so this waits for a sweep that is about to take it away.
create function give_up_bytes() returns trigger language plpgsql as $$
begin
    insert into unused_blobs (sha256, length, since) values (old.blob_sha256, old.blob_length, 'epoch')
    on conflict (sha256) do update set since = excluded.since;
    return null;
end $$;
create trigger file_is_given_up after delete on sealed_files for each row execute function give_up_bytes();
