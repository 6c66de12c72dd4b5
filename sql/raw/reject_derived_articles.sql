-- Purpose: turn articles on their way into core back.
-- Grain: one entry version with an article.
-- Parameters: work_key, entry_ids (text[]), entry_versions (int[]), reasons (text[]): of the same length, one entry version once
UPDATE raw.derived_article d SET outcome = 'rejected', outcome_reason = r.reason
FROM unnest(%(entry_ids)s::text[], %(entry_versions)s::int[], %(reasons)s::text[]) AS r (entry_id, entry_version, reason)
WHERE d.work_key = %(work_key)s AND (d.entry_id, d.entry_version) = (r.entry_id, r.entry_version);
