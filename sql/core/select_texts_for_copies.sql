-- Purpose: current wordings of articles published in a span of days (first seen, where they do not say), for finding copies among them.
-- Grain: one article.
-- Parameters: first_day, last_day (date)
WITH near AS (
    SELECT article_id FROM core.article_version
    WHERE is_current AND published_at >= %(first_day)s::date::timestamp AT TIME ZONE 'UTC'
      AND published_at < (%(last_day)s::date + 1)::timestamp AT TIME ZONE 'UTC'
    UNION ALL
    SELECT a.article_id FROM core.article a JOIN core.article_version v USING (article_id)
    WHERE v.is_current AND v.published_at IS NULL AND a.first_seen_at >= %(first_day)s::date::timestamp AT TIME ZONE 'UTC'
      AND a.first_seen_at < (%(last_day)s::date + 1)::timestamp AT TIME ZONE 'UTC'
)
SELECT a.article_id, v.body, v.language, v.fingerprint, a.source_code, s.family,
       coalesce(v.published_at, a.first_seen_at) AS reported_at, a.original_article_id, a.copy_kind, a.copy_similarity
FROM near
JOIN core.article a USING (article_id)
JOIN core.source s USING (source_code)
JOIN core.article_version v ON v.article_id = a.article_id AND v.is_current
ORDER BY a.article_id;
