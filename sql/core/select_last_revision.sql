-- Purpose: when events were last revised.
-- Grain: one row.
-- Parameters: none
SELECT max(revised_at) AS revised_at FROM core.event_revision;
