-- Purpose: what became of every entry version.
-- Grain: one entry version.
-- Parameters: none
SELECT e.feed_slug, v.title, v.canonical_url, v.outcome, v.outcome_reason
FROM raw.entry_version v
JOIN raw.entry e USING (entry_id)
ORDER BY 1, 2;
