-- Purpose: turn an article on its way into core back.
-- Grain: one entry version with an article.
-- Parameters: work_key, entry_id, entry_version, reason
UPDATE raw.derived_article SET outcome = 'rejected', outcome_reason = %(reason)s
WHERE work_key = %(work_key)s AND entry_id = %(entry_id)s AND entry_version = %(entry_version)s;
