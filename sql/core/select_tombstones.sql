-- Purpose: all ids of events that are no more, with where they point.
-- Grain: one tombstone.
-- Parameters: none
SELECT event_id, merged_into FROM core.event_tombstone;
