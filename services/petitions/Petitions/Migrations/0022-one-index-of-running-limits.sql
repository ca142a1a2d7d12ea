-- Those counted by other rules are found in the order of the calendar's versions, as those counted by an older calendar are: each limit that a new calendar moves
-- is written into one index of the two.
drop index deadlines_rules;
drop index deadlines_running;
create index deadlines_running on deadlines (calendar_version, petition_id) include (rules_version)
    where met_on is null and not superseded and suspended_on is null;
