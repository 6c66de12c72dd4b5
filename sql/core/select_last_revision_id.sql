-- Purpose: up to where the history of events is known.
-- Grain: one row.
-- Parameters: none
SELECT coalesce(max(revision_id), 0) AS revision_id FROM core.event_revision;
