-- Purpose: days whose events have to be linked anew because reports of theirs are being deleted.
-- Grain: one day.
-- Parameters: none
INSERT INTO core.unsettled_day (day)
SELECT f.day FROM core.former_link f
UNION
SELECT d.day
FROM core.former_link f
JOIN core.event e USING (event_id)
CROSS JOIN LATERAL (VALUES (e.event_start_date), (e.event_end_date)) d (day)
WHERE d.day IS NOT NULL
ORDER BY 1
ON CONFLICT (day) DO NOTHING;
