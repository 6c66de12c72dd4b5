-- Purpose: articles with an actual report that were loaded more than six hours ago and have not arrived in the marts.
-- Grain: one article.
-- Parameters: now
SELECT a.article_id AS row_key, a.first_seen_at::text AS observed, v.title AS headline
FROM core.article a
JOIN core.article_version v ON v.article_id = a.article_id AND v.is_current
WHERE a.first_seen_at < %(now)s::timestamptz - interval '6 hours'
  AND NOT EXISTS (SELECT FROM core.article_arrival n WHERE n.article_id = a.article_id)
  AND EXISTS (SELECT FROM core.report r WHERE (r.article_id, r.content_hash) = (v.article_id, v.content_hash) AND r.realis = 'actual')
ORDER BY 1;
