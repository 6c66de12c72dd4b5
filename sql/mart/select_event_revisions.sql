-- Purpose: what changed in an event, oldest first.
-- Grain: one field that changed.
-- Parameters: event_id
SELECT revised_at, field, old, new, report_ids, ruling_ids FROM mart.event_revision WHERE event_id = %(event_id)s ORDER BY revision_id;
