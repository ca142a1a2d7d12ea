create table subscriptions (
    id                    uuid        primary key,
    version               int         not null,
    unit_id               uuid        not null,
    url                   text        not null,
    types                 text[]      not null,
    state                 text        not null,
    stopped_because       text,
    secret                bytea       not null,
    previous_secret       bytea,
    previous_secret_until timestamptz,
    starts_after          bigint      not null,
    created_at            timestamptz not null
);
create unique index subscriptions_unit_url on subscriptions (unit_id, url);

-- How far each subscription has come: the delivery worker's own, apart from what people change. Times are the database's, because the
-- workers of several machines share them.
create table webhook_progress (
    subscription_id uuid        primary key references subscriptions (id) on delete cascade,
    position        bigint      not null,
    failures        int         not null default 0,
    next_attempt    timestamptz not null default now(),
    lease           uuid,
    leased_until    timestamptz
);
create index webhook_progress_due on webhook_progress (next_attempt);

create table deliveries (
    id              uuid        primary key,
    subscription_id uuid        not null references subscriptions (id) on delete cascade,
    event_id        uuid        not null,
    type            text        not null,
    attempt         int         not null,
    at              timestamptz not null,
    milliseconds    int         not null,
    status          int,
    error           text
);
create index deliveries_subscription on deliveries (subscription_id, id);
