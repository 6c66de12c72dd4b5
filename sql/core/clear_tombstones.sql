-- Purpose: make room for the tombstones as they are now.
-- Grain: one tombstone.
-- Parameters: event_ids (text[]): those that change or go
DELETE FROM core.event_tombstone WHERE event_id = ANY (%(event_ids)s);
