-- Purpose: turn articles on their way into core back, and their reports with them.
-- Grain: one entry version with an article.
-- Parameters: work_key, entry_ids (text[]), entry_versions (int[]), reasons (text[]): of the same length, one entry version once
WITH turned AS (
    SELECT * FROM unnest(%(entry_ids)s::text[], %(entry_versions)s::int[], %(reasons)s::text[]) AS r (entry_id, entry_version, reason)
), reports AS (
    UPDATE raw.derived_report n SET is_rejected = true
    FROM turned t
    WHERE n.work_key = %(work_key)s AND (n.entry_id, n.entry_version) = (t.entry_id, t.entry_version)
)
UPDATE raw.derived_article d SET outcome = 'rejected', outcome_reason = t.reason
FROM turned t
WHERE d.work_key = %(work_key)s AND (d.entry_id, d.entry_version) = (t.entry_id, t.entry_version);
