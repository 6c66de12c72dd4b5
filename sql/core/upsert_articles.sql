-- Purpose: the articles of a piece of work. Where several entries lead to one article, the first that was seen owns it.
-- Grain: one article.
-- Parameters: work_key
INSERT INTO core.article AS a (article_id, url, source_code, entry_id, first_seen_at)
SELECT DISTINCT ON (d.article_id) d.article_id, d.url, e.feed_slug, e.entry_id, e.first_seen_at
FROM raw.derived_article d
JOIN raw.entry e USING (entry_id)
WHERE d.work_key = %(work_key)s AND d.outcome = 'loaded'
ORDER BY d.article_id, e.first_seen_at, e.entry_id
ON CONFLICT (article_id) DO UPDATE
SET url = excluded.url, source_code = excluded.source_code, entry_id = excluded.entry_id, first_seen_at = excluded.first_seen_at
WHERE (excluded.first_seen_at, excluded.entry_id) < (a.first_seen_at, a.entry_id)
   OR (a.entry_id = excluded.entry_id AND (a.url, a.source_code) IS DISTINCT FROM (excluded.url, excluded.source_code));
