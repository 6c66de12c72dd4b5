-- Purpose: articles of this work's entries of which no wording is left.
-- Grain: one article.
-- Parameters: work_key
DELETE FROM core.article a
WHERE a.entry_id IN (SELECT entry_id FROM raw.derived_article WHERE work_key = %(work_key)s)
  AND NOT EXISTS (SELECT FROM core.article_version v WHERE v.article_id = a.article_id);
