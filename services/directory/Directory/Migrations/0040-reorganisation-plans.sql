-- Reorganisations as a process: drafted, signed, carried out on their day, closed when every service has followed.

create table reorganisation_plans (
    id               uuid primary key,
    version          int  not null,
    -- The lowest unit whose subtree holds all units concerned.
    unit_id          uuid not null,
    name             text not null,
    effective_on     date not null,
    items            jsonb not null,
    state            text not null,
    drafted_by       text not null,
    drafted_at       timestamptz not null,
    -- Which question about the impact was the last, and when it was asked of the draft as it stands; null after a change.
    round            int  not null,
    asked_at         timestamptz,
    legal_basis      text,
    signed_on        date,
    signed_by        text,
    signed_at        timestamptz,
    unanswered       text[] not null,
    -- What stood in the way on its day, and the registry's revision in which it did: without another there is nothing to try again.
    held_up_by       jsonb not null,
    held_up_at       int,
    withdrawn_for    text,
    carried_out_at   timestamptz,
    closed_at        timestamptz,
    check ((state in ('SIGNED', 'CARRIED_OUT', 'CLOSED')) = (signed_at is not null)),
    check ((state in ('CARRIED_OUT', 'CLOSED')) = (carried_out_at is not null)),
    check ((state = 'CLOSED') = (closed_at is not null))
);
create index reorganisation_plans_due on reorganisation_plans (effective_on) where state = 'SIGNED';
create index reorganisation_plans_by_unit on reorganisation_plans (unit_id, id);

-- What each service was asked, and what it answered; null until then.
create table impact_answers (
    plan_id     uuid not null references reorganisation_plans (id),
    round       int  not null,
    service     text not null,
    answered_at timestamptz,
    counts      jsonb not null,
    primary key (plan_id, round, service)
);

-- Which services follow a reorganisation that was carried out, and what each has moved; null until it has told.
create table followings (
    plan_id uuid not null references reorganisation_plans (id),
    service text not null,
    done_at timestamptz,
    moves   jsonb not null,
    primary key (plan_id, service)
);
