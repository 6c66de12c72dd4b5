-- Purpose: events in a few words, and the code that last changed them.
-- Grain: one event.
-- Parameters: event_ids (text[])
SELECT e.event_id, e.event_start_date, coalesce(e.acled_sub_event_type, e.plover_root) AS event_type,
       e.place_name, e.admin1_pcode, t.low AS killed_low, t.best AS killed_best, t.high AS killed_high,
       (SELECT x.code_version FROM core.event_revision x WHERE x.event_id = e.event_id ORDER BY x.revision_id DESC LIMIT 1) AS code_version
FROM core.event e
LEFT JOIN core.event_toll t ON t.event_id = e.event_id AND t.kind = 'killed' AND t.victims = 'all'
WHERE e.event_id = ANY (%(event_ids)s::text[])
ORDER BY e.event_id;
