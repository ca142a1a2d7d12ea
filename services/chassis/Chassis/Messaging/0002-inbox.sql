-- Events that a reaction has taken effect for, where the effect is not idempotent by nature.
create table chassis.inbox (
    reaction text        not null,
    event    uuid        not null,
    seen     timestamptz not null default now(),
    primary key (reaction, event)
);
