-- Each index that knows when a petition is due, or by what its limits are counted, is written once more for every limit that a new calendar moves.

-- Only what was told of as late is looked at again; what is late and was not told of stands in petitions_by_due.
drop index petitions_by_escalation;
create index petitions_by_escalation on petitions (escalated, due_on) where escalated is not null and due_on is not null;

-- Those counted by other rules are found in the order of the calendar's versions, as those counted by an older calendar are.
drop index deadlines_rules;
drop index deadlines_running;
create index deadlines_running on deadlines (calendar_version, petition_id) include (rules_version)
    where met_on is null and not superseded and suspended_on is null;
