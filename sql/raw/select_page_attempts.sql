-- Purpose: how often, and when next, the pages of a batch were asked for.
-- Grain: one entry version of the batch with a page.
-- Parameters: batch_id
SELECT p.entry_id, p.version, p.state, p.attempts, p.next_attempt_at
FROM raw.page p
JOIN raw.entry_version v ON (v.entry_id, v.version) = (p.entry_id, p.version)
WHERE v.batch_id = %(batch_id)s;
