-- Purpose: what changed in events since, in order.
-- Grain: one field of one event.
-- Parameters: revision_id
SELECT event_id, field, old, new, report_ids, ruling_ids, code_version
FROM core.event_revision
WHERE revision_id > %(revision_id)s
ORDER BY revision_id;
