-- Purpose: copies whose original is gone or a copy itself.
-- Grain: one article.
-- Parameters: none
SELECT a.article_id AS row_key, a.original_article_id AS observed, a.url AS headline
FROM core.article a
LEFT JOIN core.article o ON o.article_id = a.original_article_id
WHERE a.original_article_id IS NOT NULL AND (o.article_id IS NULL OR o.original_article_id IS NOT NULL)
ORDER BY 1;
