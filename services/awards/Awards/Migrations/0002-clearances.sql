-- Questions whether something stands against rewarding somebody, with the latest answer. When it came, and when it changed, is not kept.
create table clearances (
    id uuid primary key,
    version integer not null,
    unit_id uuid not null,
    person_id uuid,
    candidate_unit_id uuid,
    purpose text not null,
    asked_on date not null,
    state text not null,
    -- Version of the answer, so that an older one never replaces a newer.
    answer_version integer not null,
    outcome text,
    award_decision_id uuid references award_decisions deferrable initially deferred,
    re_examine boolean not null,
    check ((person_id is null) <> (candidate_unit_id is null)),
    check ((award_decision_id is not null) = (outcome is not null and outcome = 'DECIDED'))
);
create index on clearances (unit_id, id);
create index on clearances (award_decision_id) where award_decision_id is not null;
-- One question at a time of a unit about a candidate.
create unique index one_open_clearance on clearances (unit_id, coalesce(person_id, candidate_unit_id)) where outcome is null;

-- Who is rewarded, where it is a person of the directory's register.
alter table recipients add column person_id uuid;

-- Entered as what was decided long before: nothing is asked for it.
alter table award_decisions add column historical boolean not null default false;
