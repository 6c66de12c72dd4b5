-- Purpose: articles without a current wording; that none has two is an index's business.
-- Grain: one article.
-- Parameters: none
SELECT a.article_id AS row_key, a.source_code AS observed, a.url AS headline
FROM core.article a
WHERE NOT EXISTS (SELECT FROM core.article_version v WHERE v.article_id = a.article_id AND v.is_current)
ORDER BY 1;
