-- Purpose: an article that broke the coder; the check turns it back.
-- Grain: one entry version with an article.
-- Parameters: work_key, article_id, content_hash, error
UPDATE raw.derived_article SET coding_error = %(error)s
WHERE work_key = %(work_key)s AND article_id = %(article_id)s AND content_hash = %(content_hash)s;
