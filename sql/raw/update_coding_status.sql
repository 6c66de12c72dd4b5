-- Purpose: say whether an article's language has a coder.
-- Grain: one entry version with an article.
-- Parameters: work_key, languages (text[]): those that have a coder
UPDATE raw.derived_article
SET coding_status = CASE WHEN language = ANY (%(languages)s) THEN 'coded' ELSE 'language_not_coded' END
WHERE work_key = %(work_key)s AND outcome = 'loaded';
