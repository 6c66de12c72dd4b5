-- Purpose: the articles of a piece of work that passed extraction and relevance.
-- Grain: one entry version with an article.
-- Parameters: work_key
SELECT entry_id, entry_version, article_id, content_hash, title, body, language, published_at, url
FROM raw.derived_article
WHERE work_key = %(work_key)s AND outcome = 'loaded'
ORDER BY entry_id, entry_version;
