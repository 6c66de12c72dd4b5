-- Purpose: events of which no report is left.
-- Grain: one event.
-- Parameters: none
DELETE FROM core.event e WHERE NOT EXISTS (SELECT FROM core.event_report l WHERE l.event_id = e.event_id);
