-- What came with a petition. How a file was called is kept nowhere; its bytes are ciphertext in the blob store.
create table attachments (
    id          uuid primary key,
    petition_id uuid not null references petitions on delete cascade,
    number      integer not null,
    added_on    date not null,
    content_key bytea,
    erased_on   date,
    unique (petition_id, number),
    unique (petition_id, content_key)
);

-- The original and the redacted copy, with their wrapped keys.
create table sealed_files (
    id            uuid primary key,
    attachment_id uuid not null references attachments on delete cascade,
    redacted      boolean not null,
    type          text not null,
    length        bigint not null,
    added_on      date not null,
    key_id        text not null,
    wrapped_key   bytea not null,
    digest        bytea not null,
    blob_sha256   text not null unique,
    blob_length   bigint not null,
    unique (attachment_id, redacted)
);

create index sealed_files_key on sealed_files (key_id);

-- Bytes in the blob store that no attachment has (yet, or any more), and since when.
create table unused_blobs (
    sha256 text primary key,
    length bigint not null,
    since  timestamptz not null
);

create index unused_blobs_since on unused_blobs (since);
