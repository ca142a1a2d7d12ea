-- A denunciation is hidden even as a fact. What was recorded before its events were restricted leaves the feed and the log of deliveries; positions and
-- cursors stay as they are.
create temporary table restricted on commit drop as
    select event_id, type from feed where type like 'vn.danvan.petitions.%' and event::jsonb #>> '{data,kind}' is not distinct from 'TO_CAO';

delete from deliveries where event_id in (select event_id from restricted);
delete from feed where event_id in (select event_id from restricted);

update event_types t
set events = left_over.events, first_seen = left_over.first_seen, last_seen = left_over.last_seen
from (select type, count(*) as events, min(time) as first_seen, max(time) as last_seen from feed group by type) left_over
where t.type = left_over.type and t.type in (select type from restricted);
delete from event_types t where t.type in (select type from restricted) and not exists (select from feed f where f.type = t.type);
