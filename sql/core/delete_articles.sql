-- Purpose: delete articles with their versions and reports.
-- Grain: one article.
-- Parameters: article_ids (text[])
DELETE FROM core.article WHERE article_id = ANY (%(article_ids)s);
