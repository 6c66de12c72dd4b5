-- Purpose: days of events that mart.dim_date does not have.
-- Grain: one event.
-- Parameters: none
SELECT f.event_id AS row_key, f.event_start_date::text AS observed, f.event_type_code AS headline
FROM mart.fact_event f
WHERE f.event_start_date IS NOT NULL AND NOT EXISTS (SELECT FROM mart.dim_date d WHERE d.date_day = f.event_start_date)
ORDER BY 1;
