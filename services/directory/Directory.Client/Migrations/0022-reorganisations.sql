-- This service's part in reorganisations of units: what it has answered, and what became of the units that ended.

create table directory.reorganisation_parts (
    id       uuid    primary key,
    version  int     not null,
    -- The latest question about the impact that was answered; 0 while none was.
    counted  int     not null,
    followed boolean not null
);

-- Units that ended in the reorganisations that this service has followed. Reorganisations may arrive in another order than they happened: the heir of a
-- unit is found along this table, so that work ends up in the same unit either way.
create table directory.unit_endings (
    unit_id    uuid   primary key,
    successors uuid[] not null
);
