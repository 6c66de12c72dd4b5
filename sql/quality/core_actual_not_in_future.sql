-- Purpose: events that happened more than a day after they were first reported.
-- Grain: one event.
-- Parameters: none
SELECT e.event_id AS row_key, e.event_start_date::text AS observed,
       coalesce(e.acled_sub_event_type, e.plover_root) || coalesce(' in ' || e.place_name, '') AS headline
FROM core.event e
WHERE e.event_start_date > (e.first_reported_at AT TIME ZONE 'UTC')::date + 1
ORDER BY 1;
