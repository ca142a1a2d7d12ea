-- The last number of a unit's series of reports (báo cáo): a calendar year, or the type within a term. The row is locked while a number is given, so there are
-- neither gaps nor repeats.
create table paper_numbers (
    unit_id uuid not null,
    series  text not null,
    last    int  not null,
    primary key (unit_id, series)
);

-- A report as a document that was issued: under which number, who signed, and its files by their hashes. Rows are only added.
create table issued_papers (
    report_id       uuid not null references reports (id),
    n               int  not null,
    edition         int  not null,
    -- What it says: of a content there is one document.
    content_hash    text not null,
    -- The issuing unit, whose series the number stands in.
    unit_id         uuid not null,
    series          text not null,
    sequence        int  not null,
    number          text not null,
    capacity        text,
    on_behalf_of    text,
    signer_position text not null,
    signer_name     text not null,
    issued_on       date not null,
    issued_by       text not null,
    issued_at       timestamptz not null,
    pdf_sha256      text not null,
    pdf_length      bigint not null,
    docx_sha256     text not null,
    docx_length     bigint not null,
    primary key (report_id, n),
    unique (report_id, edition, content_hash),
    unique (unit_id, series, sequence)
);

create function refuse_change_of_paper() returns trigger language plpgsql as $$
begin
    raise exception 'An issued document is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger papers_are_only_added before update or delete on issued_papers
    for each row execute function refuse_change_of_paper();
create trigger papers_are_not_truncated before truncate on issued_papers
    for each statement execute function refuse_change_of_paper();
