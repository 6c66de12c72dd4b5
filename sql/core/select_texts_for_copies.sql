-- Purpose: current wordings of articles published in a span of days, for finding copies among them.
-- Grain: one article.
-- Parameters: first_day, last_day (date)
SELECT a.article_id, v.body, v.language, v.fingerprint, a.source_code, s.family,
       coalesce(v.published_at, a.first_seen_at) AS reported_at, a.original_article_id, a.copy_kind, a.copy_similarity
FROM core.article a
JOIN core.source s USING (source_code)
JOIN core.article_version v ON v.article_id = a.article_id AND v.is_current
WHERE (coalesce(v.published_at, a.first_seen_at) AT TIME ZONE 'UTC')::date BETWEEN %(first_day)s AND %(last_day)s
ORDER BY a.article_id;
