-- Annexes of reports (phụ lục): files that stand or stood in a cell, by the hash that the cell says. Rows are only added, as entries of cells are.
create table report_files (
    report_id   uuid not null references reports (id),
    sha256      text not null,
    -- Of the file as it was sent, with what it said of its maker: the same file again is the same row.
    sent_sha256 text not null,
    -- The cell that it came into first.
    cell        text not null,
    type        text not null,
    length      bigint not null,
    added_by    text not null,
    added_at    timestamptz not null,
    primary key (report_id, sha256),
    unique (report_id, sent_sha256)
);
create index report_files_bytes on report_files (sha256);

create function refuse_change_of_report_file() returns trigger language plpgsql as $$
begin
    raise exception 'A file of a report is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger report_files_are_only_added before update or delete on report_files
    for each row execute function refuse_change_of_report_file();
create trigger report_files_are_not_truncated before truncate on report_files
    for each statement execute function refuse_change_of_report_file();

-- Bytes in the store of files that no report has yet, and since when.
create table unused_blobs (
    sha256 text primary key,
    length bigint not null,
    since  timestamptz not null
);
create index unused_blobs_since on unused_blobs (since);
