-- Purpose: entry versions that count as loaded and have no wording in core.
-- Grain: one entry version.
-- Parameters: none
SELECT v.entry_id || '/' || v.version AS row_key, v.batch_id AS observed, v.title AS headline, v.entry_id, v.version AS entry_version
FROM raw.entry_version v
WHERE v.outcome = 'loaded' AND NOT EXISTS (SELECT FROM core.article_version a WHERE a.entry_id = v.entry_id)
ORDER BY 1;
