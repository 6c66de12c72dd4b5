-- Purpose: tolls of events with a low above best or high, a best above high, or a negative number.
-- Grain: one toll.
-- Parameters: none
SELECT event_id || '/' || kind || '/' || victims AS row_key, concat_ws(' ', low, best, high) AS observed, event_id AS headline
FROM core.event_toll
WHERE low > best OR best > high OR low > high OR least(low, best, high) < 0
ORDER BY 1;
