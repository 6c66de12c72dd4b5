-- Purpose: events that are about to be written anew or are no more; their links, actors and tolls go with them.
-- Grain: one event.
-- Parameters: event_ids (text[])
WITH unlinked AS (
    DELETE FROM core.event_report WHERE event_id = ANY (%(event_ids)s)
)
DELETE FROM core.event WHERE event_id = ANY (%(event_ids)s);
