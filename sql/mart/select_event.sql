-- Purpose: one event for people.
-- Grain: one event.
-- Parameters: event_id
SELECT * FROM mart.event WHERE event_id = %(event_id)s;
