-- What is counted by an older calendar or by other rules is walked in the order of its petitions, past what has been counted anew since.
drop index deadlines_running;
create index deadlines_running on deadlines (calendar_version, petition_id) where met_on is null and not superseded and suspended_on is null;
drop index deadlines_rules;
create index deadlines_rules on deadlines (rules_version, petition_id) where met_on is null and not superseded and suspended_on is null;
