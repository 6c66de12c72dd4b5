-- Purpose: events in Syria with coordinates outside of it, by a box with a margin of some kilometres.
-- Grain: one event.
-- Parameters: none
SELECT e.event_id AS row_key, e.lat || ' ' || e.lon AS observed, e.place_name AS headline
FROM core.event e
WHERE e.country = 'SY' AND NOT (e.lat BETWEEN 32.0 AND 37.6 AND e.lon BETWEEN 35.4 AND 42.6)
ORDER BY 1;
