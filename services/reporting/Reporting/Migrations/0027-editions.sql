-- Which edition of the report is worked on, sent or approved: a correction opens the next. Why that was done stands beside it.
alter table reports
    add edition              int  not null default 1 check (edition > 0),
    add correction_reason    text,
    add correction_opened_by text,
    add correction_opened_at timestamptz;

-- Every edition that was approved, as it was approved, to the byte. Rows are only added.
create table report_editions (
    report_id    uuid not null references reports (id),
    edition      int  not null check (edition > 0),
    content      text not null,
    content_hash text not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    approved_by  text not null,
    approved_at  timestamptz not null,
    -- Why it took the place of the edition before; the first took none's.
    reason       text,
    primary key (report_id, edition),
    check (edition > 1 or reason is null)
);

insert into report_editions
select id, edition, content, content_hash, submitted_by, submitted_at, approved_by, approved_at from reports where state = 'APPROVED';

create function refuse_change_of_edition() returns trigger language plpgsql as $$
begin
    raise exception 'An approved edition of a report is never changed' using errcode = 'insufficient_privilege';
end $$;
create trigger editions_are_only_added before update or delete on report_editions
    for each row execute function refuse_change_of_edition();
create trigger editions_are_not_truncated before truncate on report_editions
    for each statement execute function refuse_change_of_edition();
