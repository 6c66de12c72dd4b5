-- Purpose: articles of the last week with the text of an earlier article, and not known as copies, though their day is linked.
-- Grain: one article.
-- Parameters: now
SELECT a.article_id AS row_key, o.article_id AS observed, v.title AS headline
FROM core.article a
JOIN core.article_version v ON v.article_id = a.article_id AND v.is_current
JOIN core.article_arrival n ON n.article_id = a.article_id
JOIN LATERAL (
    SELECT e.article_id
    FROM core.article_version w
    JOIN core.article e ON e.article_id = w.article_id AND w.is_current
    JOIN core.article_arrival m ON m.article_id = e.article_id
    WHERE w.fingerprint = v.fingerprint AND (e.first_seen_at, e.article_id) < (a.first_seen_at, a.article_id)
      AND e.first_seen_at > a.first_seen_at - interval '2 days' AND e.source_code <> a.source_code AND length(w.body) > 400
    ORDER BY e.first_seen_at LIMIT 1
) o ON true
WHERE a.original_article_id IS NULL AND a.first_seen_at > %(now)s::timestamptz - interval '7 days'
ORDER BY 1;
