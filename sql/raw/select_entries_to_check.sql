-- Purpose: the entries of a piece of work, as the suite of entries checks them.
-- Grain: one entry version.
-- Parameters: work_key
SELECT v.entry_id || '/' || v.version AS row_key, v.entry_id, v.version AS entry_version, v.batch_id,
       v.title, v.summary, v.content, v.authors, v.categories, v.url, v.canonical_url, v.published_at, v.published_raw,
       v.published_null_reason, v.updated_at, v.seen_at, v.language, v.content_hash
FROM raw.derived_article d
JOIN raw.entry_version v ON (v.entry_id, v.version) = (d.entry_id, d.entry_version)
WHERE d.work_key = %(work_key)s AND d.outcome = 'loaded'
ORDER BY 1;
