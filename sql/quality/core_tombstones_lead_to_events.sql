-- Purpose: ids of merged events that lead nowhere.
-- Grain: one id of an event that is gone.
-- Parameters: none
SELECT t.event_id AS row_key, t.merged_into AS observed, t.merged_into AS headline
FROM core.event_tombstone t
WHERE NOT EXISTS (SELECT FROM core.event e WHERE e.event_id = t.merged_into)
ORDER BY 1;
