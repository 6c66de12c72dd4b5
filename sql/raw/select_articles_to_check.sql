-- Purpose: the articles of a piece of work, as the suite of articles checks them.
-- Grain: one entry version with an article.
-- Parameters: work_key
SELECT d.entry_id || '/' || d.entry_version AS row_key, d.entry_id, d.entry_version, v.batch_id, d.article_id, d.content_hash, d.url, d.title, d.body,
       length(d.body) AS body_length, d.language, d.script, d.published_at, d.modified_at, v.seen_at, d.text_from, d.wall, d.relevance,
       d.relevance_score, d.extractor, d.agreement, d.coding_error
FROM raw.derived_article d
JOIN raw.entry_version v ON (v.entry_id, v.version) = (d.entry_id, d.entry_version)
WHERE d.work_key = %(work_key)s AND d.outcome = 'loaded'
ORDER BY 1, 2, 3;
