-- The queues that this service has had. A broker lets no argument of a queue be changed, so that each change is a revision with a queue of its own.
create table chassis.queues (
    name      text not null, -- of the first revision; the second is <name>.v2
    revision  int  not null,
    arguments jsonb,         -- null: the broker has a queue there with arguments that are not on record
    primary key (name, revision),
    unique (name, arguments)
);
