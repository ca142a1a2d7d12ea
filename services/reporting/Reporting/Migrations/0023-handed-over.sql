-- Who answers for a report since its own unit ended; null while that one exists, or until a person decides.
alter table reports add handled_by_unit_id uuid;
create index reports_handed_over on reports (handled_by_unit_id) where handled_by_unit_id is not null;
