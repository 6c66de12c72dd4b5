-- Purpose: where ids of events lead now: a merged one to the event that has its reports.
-- Grain: one id of an event that is, or that was merged.
-- Parameters: event_ids (text[])
SELECT named.event_id, coalesce(e.event_id, t.merged_into) AS living_id
FROM unnest(%(event_ids)s::text[]) AS named (event_id)
LEFT JOIN core.event e USING (event_id)
LEFT JOIN core.event_tombstone t USING (event_id)
WHERE coalesce(e.event_id, t.merged_into) IS NOT NULL;
